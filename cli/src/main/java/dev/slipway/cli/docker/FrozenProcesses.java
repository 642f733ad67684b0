package dev.slipway.cli.docker;

import dev.slipway.cli.external.ExternalProgram;
import java.util.List;

/**
 * What keeps a container host from being stopped: with control groups version 1 a frozen process does not even die of
 * SIGKILL. Thawed through the engine, as who may use it needs no more.
 */
final class FrozenProcesses {
    private FrozenProcesses() {}

    /** Thaws those of a container; without the image of container hosts it is none. */
    static void thaw(Docker docker, String container) {
        if (!docker.hasHostImage()) {
            return;
        }
        String id = ExternalProgram.of("docker", "inspect", "--format", "{{.Id}}", container)
                .run()
                .strip();
        ExternalProgram.of("docker", "run", "--rm", "--network", "none", "--label", Docker.LABEL)
                .and(List.of("--volume", "/sys/fs/cgroup:/sys/fs/cgroup"))
                .and(List.of("--entrypoint", "/usr/local/sbin/thaw-containers", Docker.HOST_IMAGE, id))
                .run();
    }
}
