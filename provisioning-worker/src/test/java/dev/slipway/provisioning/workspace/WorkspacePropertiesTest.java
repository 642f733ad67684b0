package dev.slipway.provisioning.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WorkspacePropertiesTest {
    @Test
    void leavesTheFoldersOfRunsToTheMachineByDefault() {
        assertThat(bind(Map.of("slipway.provisioning.directory", "/var/lib/slipway")))
                .isEqualTo(new WorkspaceProperties(Path.of("/var/lib/slipway"), null));
    }

    @Test
    void readsWhereRunsAre() {
        assertThat(bind(Map.of(
                        "slipway.provisioning.directory", "/var/lib/slipway",
                        "slipway.provisioning.runs", "/dev/shm/runs")))
                .isEqualTo(new WorkspaceProperties(Path.of("/var/lib/slipway"), Path.of("/dev/shm/runs")));
    }

    private static WorkspaceProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("slipway.provisioning", WorkspaceProperties.class);
    }
}
