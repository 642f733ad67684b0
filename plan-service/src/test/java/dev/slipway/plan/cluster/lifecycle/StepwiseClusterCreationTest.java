package dev.slipway.plan.cluster.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.contracts.operation.Decision;
import dev.slipway.contracts.operation.Step;
import io.temporal.client.WorkflowFailedException;
import io.temporal.failure.CanceledFailure;
import java.util.Locale;
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
        run.result(run.creation());

        assertThat(run.lifecycle.story)
                .containsExactly(
                        "begin",
                        "RESERVE RUNNING",
                        "reserve",
                        "RESERVE SUCCEEDED",
                        "CREATE_HOSTS RUNNING",
                        "CREATE_HOSTS SUCCEEDED",
                        "PREFLIGHT RUNNING",
                        "PREFLIGHT SUCCEEDED",
                        "PACKAGE_SOURCE RUNNING",
                        "PACKAGE_SOURCE SUCCEEDED",
                        "CONTROL_PLANE RUNNING",
                        "CONTROL_PLANE SUCCEEDED",
                        "PUBLISH RUNNING",
                        "publish",
                        "PUBLISH SUCCEEDED",
                        "end SUCCEEDED");
        run.record(StepwiseClusterCreation.class, "finished");
    }

    @Test
    void makesNoHostsInManualMode() {
        run.lifecycle.order = LifecycleFixtures.manual();

        run.result(run.creation());

        assertThat(run.lifecycle.story)
                .doesNotContain("CREATE_HOSTS RUNNING")
                .contains("CONTROL_PLANE SUCCEEDED")
                .endsWith("end SUCCEEDED");
        run.record(StepwiseClusterCreation.class, "finished-on-registered-hosts");
    }

    @ParameterizedTest
    @CsvSource({"reserve,RESERVE", "publish,PUBLISH"})
    void stopsWhenAnOwnStepFailsAndGoesOnWithARetry(String word, Step step) {
        run.lifecycle.failing = word;
        var creation = run.creation();
        run.awaitWord(step + " FAILED");
        run.lifecycle.failing = "";

        run.decides(step, Decision.RETRY);
        run.result(creation);

        assertThat(run.lifecycle.story)
                .containsSubsequence(step + " FAILED", "decision RETRY", step + " RUNNING", word, step + " SUCCEEDED")
                .endsWith("end SUCCEEDED");
        run.record(StepwiseClusterCreation.class, "retried-" + word);
    }

    @Test
    void stopsWhenNobodyCanTellWhatIsWantedAndGoesOnWithARetry() {
        run.lifecycle.failing = "find order";
        var creation = run.creation();
        run.awaitWord("RESERVE FAILED");
        run.lifecycle.failing = "";

        run.decides(Step.RESERVE, Decision.RETRY);
        run.result(creation);

        assertThat(run.lifecycle.story)
                .containsSubsequence("CREATE_HOSTS SUCCEEDED", "RESERVE FAILED", "decision RETRY", "RESERVE SUCCEEDED")
                .endsWith("end SUCCEEDED");
        run.record(StepwiseClusterCreation.class, "retried-order");
    }

    @Test
    void takesBackTheHostsWhenNobodyCanTellWhatIsWanted() {
        run.lifecycle.failing = "find order";
        var creation = run.creation();

        run.decides(Step.RESERVE, Decision.ROLL_BACK);
        run.result(creation);

        assertThat(run.lifecycle.story)
                .containsSubsequence("rollback [DESTROY_HOSTS, RELEASE]", "DESTROY_HOSTS SUCCEEDED", "release")
                .endsWith("end ROLLED_BACK");
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATE_HOSTS", "CONTROL_PLANE"})
    void endsWithWhatItStoppedWithWhenItIsAbandoned(Step step) {
        run.on(FakeWorkers.name("fails", step));
        var creation = run.creation();

        run.decides(step, Decision.ABANDON);
        run.result(creation);

        assertThat(run.lifecycle.story)
                .endsWith(step + " FAILED", "decision ABANDON", "end ABANDONED TOOL_FAILED: broken");
        run.record(StepwiseClusterCreation.class, "abandoned-" + word(step));
    }

    @Test
    void undoesEverythingItHasDoneWhenItIsRolledBack() {
        run.on(FakeWorkers.name("fails", Step.CONTROL_PLANE));
        var creation = run.creation();

        run.decides(Step.CONTROL_PLANE, Decision.ROLL_BACK);
        run.result(creation);

        assertThat(run.lifecycle.story)
                .containsSubsequence(
                        "decision ROLL_BACK",
                        "rollback [DESTROY_HOSTS, RELEASE]",
                        "DESTROY_HOSTS SUCCEEDED",
                        "release",
                        "RELEASE SUCCEEDED")
                .endsWith("end ROLLED_BACK");
        run.record(StepwiseClusterCreation.class, "rolled-back");
    }

    @Test
    void resetsRegisteredHostsWhenItIsRolledBack() {
        run.lifecycle.order = LifecycleFixtures.manual();
        run.on(FakeWorkers.name("fails", Step.CONTROL_PLANE));
        var creation = run.creation();

        run.decides(Step.CONTROL_PLANE, Decision.ROLL_BACK);
        run.result(creation);

        assertThat(run.lifecycle.story)
                .contains("rollback [RESET_HOSTS, RELEASE]", "RESET_HOSTS SUCCEEDED")
                .endsWith("end ROLLED_BACK");
        run.record(StepwiseClusterCreation.class, "rolled-back-registered-hosts");
    }

    @Test
    void leavesRegisteredHostsAloneThatPreflightRefused() {
        run.lifecycle.order = LifecycleFixtures.manual();
        run.on(FakeWorkers.name("fails", Step.PREFLIGHT));
        var creation = run.creation();

        run.decides(Step.PREFLIGHT, Decision.ROLL_BACK);
        run.result(creation);

        assertThat(run.lifecycle.story)
                .contains("rollback [RELEASE]")
                .doesNotContain("RESET_HOSTS RUNNING")
                .endsWith("end ROLLED_BACK");
        run.record(StepwiseClusterCreation.class, "rolled-back-after-preflight");
    }

    @Test
    void undoesNothingButTheReservationWhenThatFailed() {
        run.lifecycle.failing = "reserve";
        var creation = run.creation();

        run.decides(Step.RESERVE, Decision.ROLL_BACK);
        run.result(creation);

        assertThat(run.lifecycle.story)
                .contains("rollback [RELEASE]", "release")
                .endsWith("end ROLLED_BACK");
        run.record(StepwiseClusterCreation.class, "rolled-back-reservation");
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATE_HOSTS", "CONTROL_PLANE"})
    void waitsForTheWorkerWhenCanceled(Step step) {
        run.on(FakeWorkers.name("hangs", step));
        var creation = run.creation();
        run.awaitWord(step + " RUNNING");

        run.cancel(creation);

        assertThat(catchThrowableOfType(WorkflowFailedException.class, () -> run.result(creation)))
                .hasCauseInstanceOf(CanceledFailure.class);
        assertThat(run.lifecycle.story).endsWith(step + " RUNNING", step + " CANCELED", "end CANCELED");
        run.record(StepwiseClusterCreation.class, "canceled-" + word(step));
    }

    @Test
    void doesNothingForAnOperationThatHasEnded() {
        run.lifecycle.ended = true;

        run.result(run.creation());

        assertThat(run.lifecycle.story).isEmpty();
    }

    @Test
    void holdsBeforeAStepUntilItIsResumed() {
        run.lifecycle.holding = Step.PUBLISH;
        var creation = run.creation();
        run.awaitWord("PUBLISH HELD");
        run.lifecycle.holding = null;

        run.resumes();
        run.result(creation);

        assertThat(run.lifecycle.story)
                .containsSubsequence("CONTROL_PLANE SUCCEEDED", "PUBLISH HELD", "PUBLISH RUNNING", "end SUCCEEDED");
        run.record(StepwiseClusterCreation.class, "paused");
    }

    private static String word(Step step) {
        return step.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
