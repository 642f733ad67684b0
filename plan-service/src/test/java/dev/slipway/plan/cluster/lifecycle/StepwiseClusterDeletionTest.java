package dev.slipway.plan.cluster.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.contracts.operation.Decision;
import dev.slipway.contracts.operation.Step;
import io.temporal.client.WorkflowFailedException;
import io.temporal.failure.CanceledFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepwiseClusterDeletionTest {
    private final LifecycleRun run = new LifecycleRun();

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void destroysMadeHostsAndGivesEverythingBack() {
        run.result(run.deletion());

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
        run.record(StepwiseClusterDeletion.class, "finished");
    }

    @Test
    void resetsRegisteredHostsThatWereTouched() {
        run.lifecycle.remains = new Remains(true, LifecycleFixtures.installation(), null);

        run.result(run.deletion());

        assertThat(run.lifecycle.story)
                .contains("RESET_HOSTS SUCCEEDED", "release")
                .doesNotContain("DESTROY_HOSTS RUNNING")
                .endsWith("end SUCCEEDED");
        run.record(StepwiseClusterDeletion.class, "finished-on-registered-hosts");
    }

    @ParameterizedTest
    @CsvSource({"true,RESET_HOSTS SKIPPED", "false,DESTROY_HOSTS SKIPPED"})
    void leavesHostsAloneThatNobodyTouched(boolean registered, String report) {
        run.lifecycle.remains = new Remains(registered, null, null);

        run.result(run.deletion());

        assertThat(run.lifecycle.story).containsSubsequence("find remains", report, "release", "end SUCCEEDED");
    }

    @Test
    void keepsEverythingWhenHostsCannotBeDestroyed() {
        run.on(FakeWorkers.name("fails", Step.DESTROY_HOSTS));
        var deletion = run.deletion();

        run.decides(Step.DESTROY_HOSTS, Decision.ABANDON);
        run.result(deletion);

        assertThat(run.lifecycle.story).doesNotContain("release").endsWith("end ABANDONED TOOL_FAILED: broken");
        run.record(StepwiseClusterDeletion.class, "abandoned");
    }

    @Test
    void endsAlsoWhenHostsAreGoneForGood() {
        run.on(FakeWorkers.name("fails", Step.DESTROY_HOSTS));
        var deletion = run.deletion();

        run.decides(Step.DESTROY_HOSTS, Decision.LEAVE_BEHIND);
        run.result(deletion);

        assertThat(run.lifecycle.story)
                .containsSubsequence("decision LEAVE_BEHIND", "DESTROY_HOSTS SKIPPED", "release")
                .endsWith("end SUCCEEDED");
        run.record(StepwiseClusterDeletion.class, "left-behind");
    }

    @Test
    void stopsWhenNothingCanBeGivenBackAndGoesOnWithARetry() {
        run.lifecycle.failing = "release";
        var deletion = run.deletion();
        run.awaitWord("RELEASE FAILED");
        run.lifecycle.failing = "";

        run.decides(Step.RELEASE, Decision.RETRY);
        run.result(deletion);

        assertThat(run.lifecycle.story).endsWith("RELEASE SUCCEEDED", "end SUCCEEDED");
        run.record(StepwiseClusterDeletion.class, "retried");
    }

    @Test
    void endsAsFailedWhenNobodyCanSayWhatIsLeft() {
        run.lifecycle.failing = "find remains";
        var deletion = run.deletion();

        var _ = catchThrowableOfType(WorkflowFailedException.class, () -> run.result(deletion));

        assertThat(run.lifecycle.story).endsWith("end FAILED RESOURCE_UNAVAILABLE: no find remains");
        run.record(StepwiseClusterDeletion.class, "failed");
    }

    @ParameterizedTest
    @CsvSource({"DESTROY_HOSTS,false", "RESET_HOSTS,true"})
    void waitsForTheWorkerWhenCanceled(Step step, boolean registered) {
        if (registered) {
            run.lifecycle.remains = new Remains(true, LifecycleFixtures.installation(), null);
        }
        run.on(FakeWorkers.name("hangs", step));
        var deletion = run.deletion();
        run.awaitWord(step + " RUNNING");

        run.cancel(deletion);

        assertThat(catchThrowableOfType(WorkflowFailedException.class, () -> run.result(deletion)))
                .hasCauseInstanceOf(CanceledFailure.class);
        assertThat(run.lifecycle.story)
                .doesNotContain("release")
                .endsWith(step + " RUNNING", step + " CANCELED", "end CANCELED");
        run.record(StepwiseClusterDeletion.class, registered ? "canceled-reset" : "canceled-destroy");
    }
}
