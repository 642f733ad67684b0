package dev.slipway.toolkit.temporal;

import static dev.slipway.toolkit.temporal.RunningSteps.SOON;
import static dev.slipway.toolkit.temporal.RunningSteps.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.Decision;
import dev.slipway.contracts.operation.DecisionReport;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.operation.StepReport;
import dev.slipway.contracts.operation.StepState;
import io.temporal.client.WorkflowUpdateException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class StepsTest {
    private final RunningSteps steps = new RunningSteps();
    private final FakeJournal journal = steps.journal();

    @AfterEach
    void close() {
        steps.close();
    }

    @Test
    void recordsBeginningAndEndOfEachStep() {
        assertThat(result(steps.begun("fine"))).isEqualTo("done: fine");

        assertThat(journal.story())
                .startsWith("TIME SKIPPED", "IMAGES RUNNING", "IMAGES SUCCEEDED")
                .contains("NETWORK SUCCEEDED", "WORKERS SUCCEEDED")
                .endsWith("RESET_HOSTS RUNNING", "RESET_HOSTS SUCCEEDED", "PUBLISH RUNNING", "PUBLISH SUCCEEDED");
        assertThat(journal.reports()).allMatch(report -> report.operationId().equals("operation-1"));
        assertThat(journal.decisions()).isEmpty();
    }

    @Test
    void stopsAtAFailureAndGoesOnWithARetryThatAsksAnew() {
        steps.letFail("mended", FailureType.PACKAGE_DAMAGED);
        var stub = steps.begun("mended");
        steps.awaitReport("IMAGES FAILED");
        assertThat(journal.reports().getLast().failure())
                .isEqualTo(new Failure(FailureType.PACKAGE_DAMAGED, "broken", "node-1"));
        steps.letAllEnd();

        steps.decide(stub, Step.IMAGES, Decision.RETRY);

        assertThat(result(stub)).isEqualTo("done: mended");
        assertThat(steps.worked()).containsSubsequence("mended", "refresh", "mended", "NETWORK");
        assertThat(journal.story()).containsSubsequence("IMAGES FAILED", "IMAGES RUNNING", "IMAGES SUCCEEDED");
        assertThat(journal.decisions())
                .extracting(DecisionReport::decision, DecisionReport::requestedBy, DecisionReport::reason)
                .containsExactly(tuple("RETRY", "alice", "because"));
    }

    @Test
    void staysStoppedWhenTheRequestCannotBeMadeAnew() {
        steps.letFail("mended", FailureType.PACKAGE_DAMAGED);
        steps.letFail("refresh", FailureType.RESOURCE_UNAVAILABLE);
        var stub = steps.begun("mended");
        steps.awaitReport("IMAGES FAILED");
        steps.decide(stub, Step.IMAGES, Decision.RETRY);
        steps.awaitWork("refresh");
        await().atMost(SOON).until(() -> failed(FailureType.RESOURCE_UNAVAILABLE));
        steps.letAllEnd();

        steps.decide(stub, Step.IMAGES, Decision.RETRY);

        assertThat(result(stub)).isEqualTo("done: mended");
    }

    @Test
    void waitsForDaysAndTellsADecisionToTheLeader() {
        steps.letFail("broken", FailureType.PREFLIGHT_FAILED);
        var stub = steps.begun("broken");
        steps.awaitReport("IMAGES FAILED");
        steps.sleep(Duration.ofDays(400));

        steps.decide(stub, Step.IMAGES, Decision.ROLL_BACK);

        var decided = Decided.in(catchThrowable(() -> result(stub))).orElseThrow();
        assertThat(decided.decision()).isEqualTo(Decision.ROLL_BACK);
        assertThat(decided.failure().type()).isEqualTo(FailureType.PREFLIGHT_FAILED);
        assertThat(steps.worked()).doesNotContain("NETWORK");
    }

    @Test
    void refusesADecisionThatDoesNotFit() {
        steps.letFail("broken", FailureType.PREFLIGHT_FAILED);
        var stub = steps.begun("broken");
        steps.awaitReport("IMAGES FAILED");

        assertThatThrownBy(() -> steps.decideNow(stub, Step.NETWORK, Decision.RETRY))
                .isInstanceOf(WorkflowUpdateException.class)
                .hasStackTraceContaining("does not wait for a decision about the step Network");
        await().atMost(SOON)
                .untilAsserted(() -> assertThatThrownBy(() -> steps.decideNow(stub, Step.IMAGES, Decision.LEAVE_BEHIND))
                        .hasStackTraceContaining("LEAVE_BEHIND is no choice for the step Images"));
        assertThatThrownBy(() -> steps.cancelStep(stub)).hasStackTraceContaining("No step runs here");
    }

    @Test
    void letsAPartnerEndAndRetriesOnlyWhatFailed() {
        steps.letFail("NETWORK", FailureType.PACKAGE_DAMAGED);
        var stub = steps.begun("fine");
        steps.awaitReport("NETWORK FAILED");
        steps.awaitReport("WORKERS SUCCEEDED");
        steps.letAllEnd();

        steps.decide(stub, Step.NETWORK, Decision.RETRY);

        assertThat(result(stub)).isEqualTo("done: fine");
        assertThat(steps.worked()).filteredOn("NETWORK"::equals).hasSize(2);
        assertThat(steps.worked()).filteredOn("WORKERS"::equals).hasSize(1);
    }

    @Test
    void goesOnWithoutWhatIsLeftBehind() {
        steps.letFail("reset", FailureType.HOST_KEY_CHANGED);
        var stub = steps.begun("fine");
        steps.awaitReport("RESET_HOSTS FAILED");

        steps.decide(stub, Step.RESET_HOSTS, Decision.LEAVE_BEHIND);

        assertThat(result(stub)).isEqualTo("done: fine, without a reset");
        assertThat(journal.story())
                .endsWith("RESET_HOSTS FAILED", "RESET_HOSTS SKIPPED", "PUBLISH RUNNING", "PUBLISH SUCCEEDED");
        assertThat(journal.reports())
                .filteredOn(report -> report.state() == StepState.SKIPPED && report.step() == Step.RESET_HOSTS)
                .allMatch(report -> report.failure() != null);
    }

    @Test
    void holdsBeforeAStepUntilItIsResumed() {
        journal.hold(true);
        var stub = steps.begun("fine");
        await().atMost(SOON).until(() -> journal.held() == 1);
        assertThat(steps.worked()).isEmpty();

        steps.control(stub).resume();
        await().atMost(SOON).until(() -> journal.held() == 2);
        journal.hold(false);
        steps.control(stub).resume();

        assertThat(result(stub)).isEqualTo("done: fine");
    }

    private boolean failed(FailureType type) {
        return journal.reports().stream()
                .map(StepReport::failure)
                .anyMatch(failure -> failure != null && failure.type() == type);
    }
}
