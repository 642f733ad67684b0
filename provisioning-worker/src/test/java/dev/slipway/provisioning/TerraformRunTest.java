package dev.slipway.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.Step;
import dev.slipway.provisioning.region.ContainerEngine;
import dev.slipway.provisioning.region.ContainerLeftovers;
import dev.slipway.provisioning.region.FrozenHosts;
import dev.slipway.provisioning.state.StateLock;
import dev.slipway.provisioning.terraform.Direct;
import dev.slipway.provisioning.terraform.Terraform;
import dev.slipway.provisioning.workspace.OpenedWorkspace;
import dev.slipway.provisioning.workspace.Workspace;
import dev.slipway.toolkit.process.Command;
import dev.slipway.toolkit.process.FakeExecutable;
import dev.slipway.toolkit.temporal.Failures;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With scripts for Terraform and Docker; TerraformProvisioningIT has the real ones. */
class TerraformRunTest {
    /** Finds the state locked as often as a test says. */
    @SuppressWarnings("InlineFormatString")
    private static final String LOCKED = """
            case "$1" in
            destroy)
                [ "$(grep -c destroy "$0.calls")" -gt %d ] && exit
                echo '{"@level":"error","@message":"Error: x","diagnostic":{"severity":"error",\
            "summary":"Error acquiring the state lock","detail":"HTTP remote state already locked: ID=1"}}'
                exit 1 ;;
            show) echo '{}' ;;
            esac""";

    private final List<String> log = new ArrayList<>();

    @TempDir
    Path folder;

    private FakeExecutable docker;
    private @Nullable StateLock lock;

    @BeforeEach
    void install() {
        docker = FakeExecutable.create(folder, "docker", "");
    }

    @Test
    void standsBackFromALaterTryAndSaysWhichItIs() {
        lock = new StateLock("1", "root@elsewhere", Instant.EPOCH, "Create hosts, try 3, on 4711@elsewhere");

        var failure = Failures.from(catchThrowable(() -> run(locked(1)).destroy()));

        assertThat(failure.type()).isEqualTo(FailureType.STATE_LOCKED);
        assertThat(failure.message()).contains("(Create hosts, try 3, on 4711@elsewhere, since 1970-01-01T00:00:00Z)");
        assertThat(log)
                .containsExactly(
                        "The state is locked by another run (Create hosts, try 3, on 4711@elsewhere, since 1970-01-01T00:00:00Z);"
                                + " a later try takes its place");
    }

    @Test
    void namesNobodyWhereTheLockIsFreeAgainByThen() {
        var failure = Failures.from(catchThrowable(() -> run(locked(1)).destroy()));

        assertThat(failure.message()).contains("Terraform state: wait until it has ended");
    }

    @Test
    void removesWhatADeadRunMadeAndDidNotRecord() {
        docker = FakeExecutable.create(folder, "docker", """
                case "$1 $2" in
                "ps --all") grep -q "rm --force" "$0.calls" || echo lost ;;
                esac""");

        run(locked(0)).destroy();

        assertThat(docker.calls()).contains("rm --force --volumes lost");
        assertThat(log).containsExactly("Removed 1 things that an earlier run had made and not recorded");
    }

    @Test
    void goesOnWhereItCannotLookForFrozenProcesses() {
        died();
        docker = FakeExecutable.create(folder, "docker", """
                case "$1 $2" in
                "ps --quiet") echo thawing is refused >&2; exit 1 ;;
                esac""");

        run(locked(0)).destroy();

        assertThat(log)
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .startsWith("Could not look for frozen processes: ")
                        .contains("thawing is refused"));
    }

    @Test
    void tellsWhatItThawed() {
        died();
        docker = FakeExecutable.create(folder, "docker", """
                case "$1 $2" in
                "ps --quiet") echo host ;;
                inspect*) echo image ;;
                run*) [ "$(grep -c ^run "$0.calls")" -gt 1 ] || echo pod ;;
                esac""");

        run(locked(0)).destroy();

        assertThat(log).containsExactly("Thawed 1 frozen processes, which kept their hosts from being stopped");
    }

    private void died() {
        open().prepare("{}", folder);
    }

    private Workspace open() {
        return OpenedWorkspace.in(folder);
    }

    private FakeExecutable locked(int times) {
        return FakeExecutable.create(folder, "terraform", LOCKED.formatted(times));
    }

    private TerraformRun run(FakeExecutable program) {
        var workspace = open();
        var engine = new ContainerEngine(command(docker), Direct.execution(), OpenedWorkspace.CLUSTER);
        return new TerraformRun(
                new Terraform(command(program), Direct.execution(), line -> {}, Step.DESTROY_HOSTS),
                workspace,
                new TerraformRun.Hosts(new ContainerLeftovers(engine), new FrozenHosts(engine), true),
                new TerraformRun.Locking(Duration.ofSeconds(30), () -> Optional.ofNullable(lock)),
                log::add);
    }

    private Command command(FakeExecutable program) {
        return Command.of(program.path().toString()).in(folder);
    }
}
