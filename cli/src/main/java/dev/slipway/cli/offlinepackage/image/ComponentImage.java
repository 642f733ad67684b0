package dev.slipway.cli.offlinepackage.image;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An image of a component, ready to be put into a registry.
 *
 * @param repository its repository
 * @param tag its tag
 * @param base an archive of the image it stands on; null is an empty one
 * @param files programs by their paths in the image
 * @param entrypoint its command
 * @param user numeric user and group
 */
public record ComponentImage(
        String repository,
        String tag,
        @Nullable Path base,
        Map<String, Path> files,
        List<String> entrypoint,
        @Nullable String user) {}
