package dev.slipway.provisioning.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.provisioning.terraform.Direct;
import dev.slipway.toolkit.process.Command;
import dev.slipway.toolkit.process.FakeExecutable;
import dev.slipway.toolkit.temporal.Failures;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerLeftoversTest {
    private static final String LISTS = """
            case "$1 $2" in
            "ps --all") echo known; echo lost ;;
            "volume ls") echo lost-var ;;
            esac""";

    @TempDir
    Path folder;

    @Test
    void removesWhatCarriesTheLabelAndIsInNoState() {
        var docker = FakeExecutable.create(folder, "docker", LISTS);

        var removed = leftovers(docker).remove(() -> Set.of("known"));

        assertThat(removed).isEqualTo(2);
        assertThat(docker.calls())
                .containsExactly(
                        "ps --all --quiet --no-trunc --filter=label=dev.slipway.cluster=cluster-1",
                        "volume ls --quiet --filter=label=dev.slipway.cluster=cluster-1",
                        "rm --force --volumes lost",
                        "volume rm lost-var");
    }

    @Test
    void asksForTheStateOnlyWhenSomethingIsThere() {
        var docker = FakeExecutable.create(folder, "docker", "");

        var removed = leftovers(docker).remove(() -> {
            throw new AssertionError("asked for the state");
        });

        assertThat(removed).isZero();
    }

    @Test
    void saysThatDockerCouldNotBeAsked() {
        var docker = FakeExecutable.create(folder, "docker", "echo Cannot connect >&2; exit 1");

        var failure = Failures.from(catchThrowable(() -> leftovers(docker).remove(Set::of)));

        assertThat(failure.type()).isEqualTo(FailureType.TOOL_FAILED);
        assertThat(failure.message()).contains("Cannot connect");
    }

    @Test
    void saysThatTheEngineDoesNotAnswer() {
        var docker = FakeExecutable.create(
                folder, "docker", "echo Cannot connect to the Docker daemon at tcp://10.0.0.1:2376. >&2; exit 1");

        var failure = Failures.from(catchThrowable(() -> leftovers(docker).remove(Set::of)));

        assertThat(failure.type()).isEqualTo(FailureType.REGION_UNREACHABLE);
        assertThat(failure.message()).endsWith("; see whether the region runs and can be reached from the worker.");
    }

    private ContainerLeftovers leftovers(FakeExecutable docker) {
        return new ContainerLeftovers(
                new ContainerEngine(Command.of(docker.path().toString()).in(folder), Direct.execution(), "cluster-1"));
    }
}
