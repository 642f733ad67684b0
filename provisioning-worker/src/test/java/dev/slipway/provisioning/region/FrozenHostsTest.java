package dev.slipway.provisioning.region;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.provisioning.terraform.Direct;
import dev.slipway.toolkit.process.Command;
import dev.slipway.toolkit.process.FakeExecutable;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrozenHostsTest {
    @TempDir
    Path folder;

    @Test
    void areThawedByTheirOwnImage() {
        var docker = FakeExecutable.create(folder, "docker", """
                case "$1" in
                ps) echo one; echo two ;;
                inspect) echo sha256:image ;;
                run) echo two ;;
                esac""");

        assertThat(hosts(docker).thaw()).isEqualTo(1);
        assertThat(docker.calls())
                .last()
                .asString()
                .startsWith("run --rm --network=none ")
                .endsWith("--entrypoint=/usr/local/sbin/thaw-containers sha256:image one two");
    }

    @Test
    void areNotLookedForWhereNoneRuns() {
        var docker = FakeExecutable.create(folder, "docker", "");

        assertThat(hosts(docker).thaw()).isZero();
        assertThat(docker.calls()).hasSize(1);
    }

    private FrozenHosts hosts(FakeExecutable docker) {
        return new FrozenHosts(
                new ContainerEngine(Command.of(docker.path().toString()).in(folder), Direct.execution(), "cluster-1"));
    }
}
