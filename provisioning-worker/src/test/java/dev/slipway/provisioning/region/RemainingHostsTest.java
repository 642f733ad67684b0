package dev.slipway.provisioning.region;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.contracts.operation.StillThere;
import dev.slipway.provisioning.Samples;
import dev.slipway.provisioning.terraform.Execution;
import dev.slipway.toolkit.process.Command;
import dev.slipway.toolkit.process.FakeExecutable;
import dev.slipway.toolkit.process.ProcessRunner;
import dev.slipway.toolkit.process.StopCheck;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemainingHostsTest {
    @TempDir
    Path folder;

    @Test
    void namesTheHostsThatAreStillThereAndWhatTheyAreInTheRegion() {
        var docker = FakeExecutable.create(folder, "docker", """
                case "$1 $2" in
                "ps --all") echo slipway-demo-worker-1 ;;
                "volume ls") echo slipway-demo-worker-1-var; echo slipway-demo-control-plane-1-var ;;
                esac""");

        assertThat(stillThere(docker))
                .isEqualTo(new StillThere(
                        List.of("demo-worker-1"),
                        List.of(
                                "container slipway-demo-worker-1",
                                "volume slipway-demo-worker-1-var",
                                "volume slipway-demo-control-plane-1-var"),
                        null));
        assertThat(docker.calls())
                .containsExactly(
                        "ps --all --format={{.Names}} --filter=label=dev.slipway.cluster=cluster-1",
                        "volume ls --quiet --filter=label=dev.slipway.cluster=cluster-1");
    }

    @Test
    void countsAllHostsAsThereWhenTheRegionDoesNotAnswer() {
        var docker = FakeExecutable.create(
                folder, "docker", "echo Cannot connect to the Docker daemon at tcp://10.0.0.1:2376. >&2; exit 1");

        var stillThere = stillThere(docker);

        assertThat(stillThere.hosts()).containsExactly("demo-control-plane-1", "demo-worker-1");
        assertThat(stillThere.things()).isEmpty();
        assertThat(stillThere.doubt()).contains("Cannot connect to the Docker daemon at tcp://10.0.0.1:2376.");
    }

    @Test
    void findsNothingWhereNothingIs() {
        var docker = FakeExecutable.create(folder, "docker", "");

        assertThat(stillThere(docker)).isEqualTo(new StillThere(List.of(), List.of(), null));
    }

    private StillThere stillThere(FakeExecutable docker) {
        var runner = new ProcessRunner(Duration.ofSeconds(1));
        Execution execution = (command, lines) -> runner.run(command, lines, StopCheck.NEVER);
        var program = Command.of(docker.path().toString()).in(folder);
        return new RemainingHosts(new ContainerEngine(program, execution, "cluster-1")).of(Samples.request());
    }
}
