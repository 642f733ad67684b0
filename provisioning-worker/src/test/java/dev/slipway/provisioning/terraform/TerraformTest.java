package dev.slipway.provisioning.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.Step;
import dev.slipway.toolkit.process.Command;
import dev.slipway.toolkit.process.FakeExecutable;
import dev.slipway.toolkit.process.StopCheck;
import dev.slipway.toolkit.temporal.Failures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerraformTest {
    private static final TerraformCommand.Init INIT = new TerraformCommand.Init();

    @TempDir
    Path folder;

    private final List<String> log = new ArrayList<>();

    @Test
    void setsTheWholeEnvironmentItself() {
        var program = FakeExecutable.create(folder, "terraform", "");

        terraform(program, StopCheck.NEVER).run(INIT);

        assertThat(program.calls()).containsExactly("init -json -reconfigure");
        assertThat(program.environment())
                .contains("TF_IN_AUTOMATION=1", "TF_INPUT=0", "CHECKPOINT_DISABLE=1", "TF_HTTP_PASSWORD=secret-token")
                .filteredOn(variable -> variable.startsWith("TF_"))
                .hasSize(3);
        assertThat(program.directory()).isEqualTo(folder);
    }

    @Test
    void readsADocumentOfOneVeryLongLine() {
        var program = FakeExecutable.create(folder, "terraform", "cat " + Recorded.path("show.json"));

        var plan = terraform(program, StopCheck.NEVER).run(new TerraformCommand.Show("op.plan"));

        assertThat(plan.add()).isEqualTo(4);
        assertThat(log).isEmpty();
    }

    @Test
    void writesWhatItDoesToTheLogWithoutSecrets() {
        var program = FakeExecutable.create(
                folder, "terraform", "cat " + Recorded.path("plan.jsonl") + "\necho password is secret-token");

        terraform(program, StopCheck.NEVER).run(INIT);

        assertThat(log).contains("Plan: 4 to add, 0 to change, 0 to destroy.", "password is ***");
    }

    @Test
    void saysWhatTerraformSaidWhenItFails() {
        var program =
                FakeExecutable.create(folder, "terraform", "cat " + Recorded.path("apply-failed.jsonl") + "\nexit 1");

        var failure = Failures.from(catchThrowable(
                () -> terraform(program, StopCheck.NEVER).run(new TerraformCommand.Apply("p", Duration.ZERO))));

        assertThat(failure.type()).isEqualTo(FailureType.TERRAFORM_FAILED);
        assertThat(failure.message())
                .startsWith("Terraform: Unable to start container: Error response from daemon")
                .contains("module.hosts.docker_container.host[\"demo-worker-1\"]");
        assertThat(failure.host()).isEqualTo("demo-worker-1");
    }

    @Test
    void givesTheLastLinesOfATerraformThatDiedWithoutWords() {
        var program = FakeExecutable.create(folder, "terraform", "echo one\necho panic: at the disco\nkill -9 $$");

        var failure = Failures.from(
                catchThrowable(() -> terraform(program, StopCheck.NEVER).run(INIT)));

        assertThat(failure.type()).isEqualTo(FailureType.TOOL_FAILED);
        assertThat(failure.message()).contains("exit code 137").contains("one / panic: at the disco");
    }

    @Test
    void saysThatTerraformIsMissing() {
        var missing =
                new Terraform(Command.of("terraform-that-is-missing"), Direct.execution(), log::add, Step.CREATE_HOSTS);

        var failure = Failures.from(catchThrowable(() -> missing.run(INIT)));

        assertThat(failure.type()).isEqualTo(FailureType.TOOL_FAILED);
        assertThat(failure.message()).contains("install it on the worker's machine");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "permission denied while trying to connect to the Docker daemon socket | CREDENTIALS_REJECTED",
                "Cannot complete login due to an incorrect user name or password | CREDENTIALS_REJECTED",
                "write /var/lib/docker: no space left on device | QUOTA_EXCEEDED",
                "Range of CPUs is from 0.01 to 2.00, as there are only 2 CPUs available | QUOTA_EXCEEDED",
                "The container name \"/x\" is already in use by container \"y\" | RESOURCE_UNAVAILABLE",
                "Address already in use | RESOURCE_UNAVAILABLE",
                "Unable to find or pull image: Error: No such image: x | RESOURCE_UNAVAILABLE",
                "Unable to start container: network slipway-a not found | RESOURCE_UNAVAILABLE",
                "Failed to get state: Get \"http://127.0.0.1:7081\": connection refused | SERVICE_UNREACHABLE",
                "Error pinging Docker server: Cannot connect to the Docker daemon at x | REGION_UNREACHABLE",
                "Unable to find image: Cannot connect to the Docker daemon at tcp://x | REGION_UNREACHABLE",
                "Unable to create container: error during connect: Post http://x: EOF | REGION_UNREACHABLE",
                "dial tcp 10.0.0.1:2376: connect: no route to host | REGION_UNREACHABLE",
                "Get \"https://vcenter/sdk\": net/http: TLS handshake timeout | REGION_UNREACHABLE",
                "read tcp 10.0.0.1:2376: i/o timeout | REGION_UNREACHABLE",
                "Unable to pull image x: daemon: dial tcp registry: no such host | RESOURCE_UNAVAILABLE",
                "the moon is in the wrong house | TERRAFORM_FAILED"
            })
    void namesErrorsThatItKnows(String summary, FailureType type) {
        var text = summary.replace("\"", "\\\\\"");
        var program = FakeExecutable.create(folder, "terraform", """
                cat <<'END'
                {"@level":"error","@message":"Error: x","diagnostic":{"severity":"error","summary":"%s","detail":""}}
                END
                exit 1""".formatted(text.replace("\\\\", "\\")));

        var failure = Failures.from(
                catchThrowable(() -> terraform(program, StopCheck.NEVER).run(INIT)));

        assertThat(failure.type()).isEqualTo(type);
        assertThat(failure.message())
                .startsWith("Terraform: " + summary.substring(0, 20))
                .endsWith(", then retry the step Create hosts.");
    }

    @Test
    void saysThatTheStateIsLocked() {
        var program = FakeExecutable.create(folder, "terraform", """
                cat <<'END'
                {"@level":"error","@message":"Error: x","diagnostic":{"severity":"error",\
                "summary":"Error acquiring the state lock","detail":"HTTP remote state already locked: ID=1"}}
                END
                exit 1""");

        assertThatThrownBy(() -> terraform(program, StopCheck.NEVER).run(INIT))
                .isInstanceOf(StateLockedException.class);
    }

    @Test
    void letsTerraformEndInPeaceWhenItIsStopped() {
        var program = FakeExecutable.create(
                folder,
                "terraform",
                "trap 'echo state saved; exit 1' TERM\ntouch started\nwhile :; do sleep 0.1; done");

        assertThatThrownBy(() -> terraform(program, stopOnceStarted()).run(INIT))
                .isInstanceOf(CancellationException.class);

        assertThat(log).contains("state saved");
    }

    @Test
    void killsATerraformThatDoesNotListen() {
        var program = FakeExecutable.create(
                folder,
                "terraform",
                "trap '' TERM\n(trap '' TERM; sleep 600) &\necho $! > child\ntouch started\nwait\nwait\nsleep 600");

        assertThatThrownBy(() -> terraform(program, stopOnceStarted()).run(INIT))
                .isInstanceOf(CancellationException.class);

        await().atMost(Duration.ofSeconds(5))
                .until(() -> ProcessHandle.of(child()).stream().noneMatch(ProcessHandle::isAlive));
    }

    private long child() throws IOException {
        return Long.parseLong(Files.readString(folder.resolve("child")).strip());
    }

    private StopCheck stopOnceStarted() {
        return () -> {
            if (Files.exists(folder.resolve("started"))) {
                throw new CancellationException("canceled");
            }
        };
    }

    private Terraform terraform(FakeExecutable program, StopCheck stop) {
        var command = Command.of(program.path().toString())
                .in(folder)
                .with("TF_HTTP_PASSWORD", "secret-token")
                .hiding("secret-token");
        return new Terraform(command, Direct.execution(stop), log::add, Step.CREATE_HOSTS);
    }
}
