package dev.slipway.provisioning.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.toolkit.planservice.PlanServiceClient;
import dev.slipway.toolkit.process.Command;
import dev.slipway.toolkit.temporal.Failures;
import dev.slipway.toolkit.token.TestKeys;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StateBackendTest {
    private static final StateLock LOCK = new StateLock("lock-1", "root@here", Instant.EPOCH, "");

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
        var command = backend.open(Command.of("terraform", "plan"), "cluster-1", "boot/pid:[1]");

        var state = planService.url() + "/internal/clusters/cluster-1/terraform-state";
        assertThat(command.environment())
                .containsEntry("TF_HTTP_ADDRESS", state)
                .containsEntry("TF_HTTP_LOCK_ADDRESS", state + "/lock?holder=boot%2Fpid%3A%5B1%5D")
                .containsEntry("TF_HTTP_UNLOCK_ADDRESS", state + "/lock")
                .containsEntry("TF_HTTP_LOCK_METHOD", "POST")
                .containsEntry("TF_HTTP_UNLOCK_METHOD", "DELETE")
                .containsEntry("TF_HTTP_USERNAME", "terraform");
    }

    @Test
    void hidesThePassword() {
        var command = backend.open(Command.of("terraform", "plan"), "cluster-1", "boot/pid:[1]");

        var password = command.environment().get("TF_HTTP_PASSWORD");
        assertThat(command.secrets()).containsExactly(password);
        assertThat(command.toString()).doesNotContain(password);
    }

    @Test
    void tellsWhoHoldsTheLock() {
        planService.lock("""
                {"ID":"lock-1","Operation":"OperationTypeApply","Info":"","Who":"root@here","Version":"1.11.4",
                "Created":"1970-01-01T00:00:00Z","Path":""}""");

        assertThat(backend.holder("cluster-1")).contains(LOCK);
        assertThat(planService.lock()).contains("lock-1");
    }

    @Test
    void leavesAFreeLockFree() {
        assertThat(backend.holder("cluster-1")).isEmpty();

        assertThat(planService.lock()).isNull();
        assertThat(planService.locks()).isZero();
    }

    @Test
    void takesALockBack() {
        planService.lock("{\"ID\":\"lock-1\"}");

        backend.unlock("cluster-1", LOCK);

        assertThat(planService.lock()).isNull();
        assertThat(planService.users()).singleElement().asString().startsWith("terraform:ey");
    }

    @Test
    void leavesALockThatSomebodyElseTookMeanwhile() {
        planService.lock("{\"ID\":\"lock-2\"}");

        var failure = Failures.from(catchThrowable(() -> backend.unlock("cluster-1", LOCK)));

        assertThat(failure.type()).isEqualTo(FailureType.STATE_LOCKED);
        assertThat(planService.lock()).isNotNull();
    }

    @Test
    void saysThatPlanServiceIsSilent() {
        planService.close();

        var failure = Failures.from(catchThrowable(() -> backend.unlock("cluster-1", LOCK)));

        assertThat(failure.type()).isEqualTo(FailureType.SERVICE_UNREACHABLE);
    }
}
