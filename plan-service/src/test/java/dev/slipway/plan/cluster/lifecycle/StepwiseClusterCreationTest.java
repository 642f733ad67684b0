package dev.slipway.plan.cluster.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.Step;
import io.temporal.client.WorkflowFailedException;
import io.temporal.failure.CanceledFailure;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StepwiseClusterCreationTest {
    private final LifecycleRun run = new LifecycleRun();

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void provisionsInstallsAndPublishesInAutomaticMode() {
        run.creation().getResult(Void.class);

        assertThat(run.lifecycle.story)
                .containsExactly(
                        "begin",
                        "RESERVE RUNNING",
                        "reserve",
                        "RESERVE SUCCEEDED",
                        "CREATE_HOSTS RUNNING",
                        "CREATE_HOSTS SUCCEEDED",
                        "PACKAGE_SOURCE RUNNING",
                        "PACKAGE_SOURCE SUCCEEDED",
                        "CONTROL_PLANE RUNNING",
                        "CONTROL_PLANE SUCCEEDED",
                        "PUBLISH RUNNING",
                        "publish",
                        "PUBLISH SUCCEEDED",
                        "end SUCCEEDED");
    }

    @Test
    void makesNoHostsInManualMode() {
        run.lifecycle.order = LifecycleFixtures.manual();

        run.creation().getResult(Void.class);

        assertThat(run.lifecycle.story)
                .doesNotContain("CREATE_HOSTS RUNNING")
                .contains("CONTROL_PLANE SUCCEEDED")
                .endsWith("end SUCCEEDED");
    }

    @ParameterizedTest
    @CsvSource({"reserve,RESERVE FAILED", "publish,PUBLISH FAILED"})
    void endsAsFailedWhenAnOwnStepFails(String step, String report) {
        run.lifecycle.failing = step;

        var thrown = failedCreation();

        assertThat(LifecycleRun.failure(thrown).type()).isEqualTo(FailureType.RESOURCE_UNAVAILABLE);
        assertThat(run.lifecycle.story).endsWith(step, report, "end FAILED RESOURCE_UNAVAILABLE: no " + step);
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATE_HOSTS", "CONTROL_PLANE"})
    void endsAsFailedWhenAWorkersStepFails(Step step) {
        run.on(FakeWorkers.name("fails", step));

        var failure = LifecycleRun.failure(failedCreation());

        assertThat(failure.type()).isEqualTo(FailureType.TOOL_FAILED);
        assertThat(failure.host()).isEqualTo("host-1");
        assertThat(run.lifecycle.story).endsWith(step + " RUNNING", step + " FAILED", "end FAILED TOOL_FAILED: broken");
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATE_HOSTS", "CONTROL_PLANE"})
    void waitsForTheWorkerWhenCanceled(Step step) {
        run.on(FakeWorkers.name("hangs", step));
        var creation = run.creation();
        run.pass(Duration.ofMinutes(10));

        creation.cancel();

        assertThat(catchThrowableOfType(WorkflowFailedException.class, () -> creation.getResult(Void.class)))
                .hasCauseInstanceOf(CanceledFailure.class);
        assertThat(run.lifecycle.story).endsWith(step + " RUNNING", step + " CANCELED", "end CANCELED");
    }

    @Test
    void doesNothingForAnOperationThatHasEnded() {
        run.lifecycle.ended = true;

        run.creation().getResult(Void.class);

        assertThat(run.lifecycle.story).isEmpty();
    }

    private WorkflowFailedException failedCreation() {
        var creation = run.creation();
        return catchThrowableOfType(WorkflowFailedException.class, () -> creation.getResult(Void.class));
    }
}
