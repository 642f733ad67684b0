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
import org.junit.jupiter.params.provider.ValueSource;

class StepwiseClusterDeletionTest {
    private final LifecycleRun run = new LifecycleRun();

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void destroysMadeHostsAndGivesEverythingBack() {
        run.deletion().getResult(Void.class);

        assertThat(run.lifecycle.story)
                .containsExactly(
                        "begin",
                        "find remains",
                        "DESTROY_HOSTS RUNNING",
                        "DESTROY_HOSTS SUCCEEDED",
                        "RELEASE RUNNING",
                        "release",
                        "RELEASE SUCCEEDED",
                        "end SUCCEEDED");
    }

    @Test
    void resetsRegisteredHostsThatWereTouched() {
        run.lifecycle.remains = new Remains(true, LifecycleFixtures.installation(), null);

        run.deletion().getResult(Void.class);

        assertThat(run.lifecycle.story)
                .contains("RESET_HOSTS SUCCEEDED", "release")
                .doesNotContain("DESTROY_HOSTS RUNNING")
                .endsWith("end SUCCEEDED");
    }

    @ParameterizedTest
    @CsvSource({"true,RESET_HOSTS SKIPPED", "false,DESTROY_HOSTS SKIPPED"})
    void leavesHostsAloneThatNobodyTouched(boolean registered, String report) {
        run.lifecycle.remains = new Remains(registered, null, null);

        run.deletion().getResult(Void.class);

        assertThat(run.lifecycle.story).containsSubsequence("find remains", report, "release", "end SUCCEEDED");
    }

    @Test
    void keepsEverythingWhenHostsCannotBeDestroyed() {
        run.on(FakeWorkers.name("fails", Step.DESTROY_HOSTS));
        var deletion = run.deletion();

        var thrown = catchThrowableOfType(WorkflowFailedException.class, () -> deletion.getResult(Void.class));

        assertThat(LifecycleRun.failure(thrown).type()).isEqualTo(FailureType.TOOL_FAILED);
        assertThat(run.lifecycle.story).doesNotContain("release").endsWith("end FAILED TOOL_FAILED: broken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"find remains", "release"})
    void endsAsFailedWhenAnOwnStepFails(String step) {
        run.lifecycle.failing = step;
        var deletion = run.deletion();

        var _ = catchThrowableOfType(WorkflowFailedException.class, () -> deletion.getResult(Void.class));

        assertThat(run.lifecycle.story).endsWith("end FAILED RESOURCE_UNAVAILABLE: no " + step);
    }

    @ParameterizedTest
    @CsvSource({"DESTROY_HOSTS,false", "RESET_HOSTS,true"})
    void waitsForTheWorkerWhenCanceled(Step step, boolean registered) {
        if (registered) {
            run.lifecycle.remains = new Remains(true, LifecycleFixtures.installation(), null);
        }
        run.on(FakeWorkers.name("hangs", step));
        var deletion = run.deletion();
        run.pass(Duration.ofMinutes(10));

        deletion.cancel();

        assertThat(catchThrowableOfType(WorkflowFailedException.class, () -> deletion.getResult(Void.class)))
                .hasCauseInstanceOf(CanceledFailure.class);
        assertThat(run.lifecycle.story)
                .doesNotContain("release")
                .endsWith(step + " RUNNING", step + " CANCELED", "end CANCELED");
    }
}
