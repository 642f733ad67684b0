package dev.slipway.provisioning.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.Step;
import dev.slipway.toolkit.log.StepAttempt;
import dev.slipway.toolkit.planservice.PlanServiceClient;
import dev.slipway.toolkit.process.Command;
import dev.slipway.toolkit.temporal.Failures;
import dev.slipway.toolkit.token.TestKeys;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StateBackendTest {
    private static final StepAttempt ATTEMPT =
            new StepAttempt("operation-1", Step.CREATE_HOSTS, "run-1/activity-1", 2, "4711@build");

    private final FakePlanService planService = new FakePlanService();
    private final StateBackend backend = new StateBackend(new PlanServiceClient(
            planService.url(),
            TestKeys.create("provisioning-worker").issuer("provisioning-worker", Clock.systemUTC())));

    @AfterEach
    void stop() {
        planService.close();
    }

    @Test
    void givesTerraformEverythingByEnvironment() {
        var command = backend.open(Command.of("terraform", "plan"), "cluster-1", ATTEMPT);

        var state = planService.url() + "/internal/clusters/cluster-1/terraform-state";
        assertThat(command.environment())
                .containsEntry("TF_HTTP_ADDRESS", state)
                .containsEntry(
                        "TF_HTTP_LOCK_ADDRESS",
                        state
                                + "/lock?holder=Create+hosts%2C+try+2%2C+on+4711%40build&run=run-1%2Factivity-1&attempt=2")
                .containsEntry("TF_HTTP_UNLOCK_ADDRESS", state + "/lock")
                .containsEntry("TF_HTTP_LOCK_METHOD", "POST")
                .containsEntry("TF_HTTP_UNLOCK_METHOD", "DELETE")
                .containsEntry("TF_HTTP_USERNAME", "terraform");
    }

    @Test
    void hidesThePassword() {
        var command = backend.open(Command.of("terraform", "plan"), "cluster-1", ATTEMPT);

        var password = command.environment().get("TF_HTTP_PASSWORD");
        assertThat(command.secrets()).containsExactly(password);
        assertThat(command.toString()).doesNotContain(password);
    }

    @Test
    void tellsWhoHoldsTheLock() {
        planService.lock("""
                {"ID":"lock-1","Operation":"OperationTypeApply","Info":"","Who":"root@here","Version":"1.11.4",
                "Created":"1970-01-01T00:00:00Z","Path":""}""");

        assertThat(backend.holder("cluster-1"))
                .map(StateLock::description)
                .contains("root@here, since 1970-01-01T00:00:00Z");
        assertThat(planService.lock()).contains("lock-1");
        assertThat(planService.users()).singleElement().asString().startsWith("terraform:ey");
    }

    @Test
    void tellsWhichTryHoldsTheLock() {
        planService.lock("""
                {"ID":"lock-1","Info":"Create hosts, try 1, on 4711@build","Who":"root@here","Created":"1970-01-01T00:00:00Z"}""");

        assertThat(backend.holder("cluster-1"))
                .map(StateLock::description)
                .contains("Create hosts, try 1, on 4711@build, since 1970-01-01T00:00:00Z");
    }

    @Test
    void tellsWhetherAnythingIsRecorded() {
        assertThat(backend.isEmpty("cluster-1")).isTrue();

        planService.state("{\"version\":4,\"resources\":[]}");
        assertThat(backend.isEmpty("cluster-1")).isTrue();

        planService.state("{\"version\":4,\"resources\":[{\"type\":\"docker_container\"}]}");
        assertThat(backend.isEmpty("cluster-1")).isFalse();
    }

    @Test
    void leavesAFreeLockFree() {
        assertThat(backend.holder("cluster-1")).isEmpty();

        assertThat(planService.lock()).isNull();
        assertThat(planService.locks()).isZero();
    }

    @Test
    void saysThatPlanServiceIsSilent() {
        planService.close();

        var failure = Failures.from(catchThrowable(() -> backend.holder("cluster-1")));

        assertThat(failure.type()).isEqualTo(FailureType.SERVICE_UNREACHABLE);
    }

    @Test
    void saysWhatPlanServiceAnswersInPlaceOfAHolder() {
        planService.breakLocks();

        var failure = Failures.from(catchThrowable(() -> backend.holder("cluster-1")));

        assertThat(failure.type()).isEqualTo(FailureType.SERVICE_UNREACHABLE);
        assertThat(failure.message()).startsWith("plan-service answers 500 when it is asked who holds the lock");
    }
}
