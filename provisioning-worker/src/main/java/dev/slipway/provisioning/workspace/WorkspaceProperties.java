package dev.slipway.provisioning.workspace;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where this worker keeps files.
 *
 * @param directory what may be kept, and has to outlive a restart of the machine: providers, and which runs have not
 *     ended well
 * @param runs private folders of runs; on a memory file system, where there is one, when absent
 */
@ConfigurationProperties("slipway.provisioning")
public record WorkspaceProperties(Path directory, @Nullable Path runs) {}
