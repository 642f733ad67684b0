package dev.slipway.toolkit.temporal;

import static dev.slipway.toolkit.temporal.RunningSteps.SOON;
import static dev.slipway.toolkit.temporal.RunningSteps.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.Decision;
import dev.slipway.contracts.operation.DecisionReport;
import dev.slipway.contracts.operation.Step;
import io.temporal.failure.CanceledFailure;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class CanceledStepsTest {
    private final RunningSteps steps = new RunningSteps();
    private final FakeJournal journal = steps.journal();

    @AfterEach
    void close() {
        steps.close();
    }

    @Test
    void aCanceledStepStopsAndCanBeTriedAgain() {
        steps.letLast("long");
        var stub = steps.begun("long");
        steps.awaitWork("long");

        steps.cancelStep(stub);
        steps.awaitReport("IMAGES CANCELED");
        assertThat(journal.reports().getLast().failure()).isNull();
        steps.letAllEnd();
        steps.decide(stub, Step.IMAGES, Decision.RETRY);

        assertThat(result(stub)).isEqualTo("done: long");
        assertThat(journal.decisions())
                .extracting(DecisionReport::decision)
                .containsExactly(DecisionReport.CANCEL, "RETRY");
    }

    @Test
    void aHeldStepCanBeCanceled() {
        journal.hold(true);
        var stub = steps.begun("fine");
        await().atMost(SOON).until(() -> journal.held() == 1);

        steps.cancelStep(stub);

        steps.awaitReport("IMAGES CANCELED");
        journal.hold(false);
        steps.decide(stub, Step.IMAGES, Decision.ABANDON);
        assertThat(Decided.in(catchThrowable(() -> result(stub)))).isPresent();
    }

    @Test
    void aCancelThatComesWhileASuccessIsToldIsRefusedAndChangesNothing() {
        var refused = new CompletableFuture<Throwable>();
        var begun = steps.begun("fine");
        journal.beforeSuccess(() -> {
            if (!refused.isDone()) {
                refused.complete(catchThrowable(() -> steps.cancelStep(begun)));
            }
        });

        assertThat(result(begun)).isEqualTo("done: fine");

        assertThat(refused.join()).hasStackTraceContaining("No step runs here");
        assertThat(journal.story()).noneMatch(report -> report.endsWith(" CANCELED"));
    }

    @Test
    void aStepThatSucceedsInSpiteOfItsCancelStopsTheOperation() {
        steps.letLastUnheard("long");
        var stub = steps.begun("long");
        steps.awaitWork("long");

        steps.cancelStep(stub);
        steps.letAllEnd();
        steps.awaitReport("IMAGES CANCELED");
        await().atMost(SOON).until(() -> !journal.decisions().isEmpty());
        assertThat(steps.worked()).doesNotContain("NETWORK");
        steps.decide(stub, Step.IMAGES, Decision.RETRY);

        assertThat(result(stub)).isEqualTo("done: long");
        assertThat(journal.decisions())
                .extracting(DecisionReport::decision)
                .containsExactly(DecisionReport.CANCEL, "RETRY");
    }

    @Test
    void aCancelOfTheLastStepThatSucceedsIsRecordedAndChangesNothing() {
        steps.letLastUnheard("publish");
        var stub = steps.begun("fine");
        steps.awaitWork("publish");

        steps.cancelStep(stub);
        steps.letAllEnd();

        assertThat(result(stub)).isEqualTo("done: fine");
        assertThat(journal.story()).endsWith("PUBLISH RUNNING", "PUBLISH SUCCEEDED");
        assertThat(journal.decisions()).extracting(DecisionReport::decision).containsExactly(DecisionReport.CANCEL);
    }

    @Test
    void aCancelOfTheWorkflowWaitsForTheWorkAndLeavesNothingToDecide() {
        steps.letLast("long");
        var stub = steps.begun("long");
        steps.awaitWork("long");

        stub.cancel();

        assertThatThrownBy(() -> result(stub)).hasCauseInstanceOf(CanceledFailure.class);
        assertThat(journal.story()).endsWith("IMAGES RUNNING", "IMAGES CANCELED");
    }

    @Test
    void aCancelOfTheWorkflowEndsTheWaitForADecision() {
        steps.letFail("broken", FailureType.PREFLIGHT_FAILED);
        var stub = steps.begun("broken");
        steps.awaitReport("IMAGES FAILED");

        stub.cancel();

        assertThatThrownBy(() -> result(stub)).hasCauseInstanceOf(CanceledFailure.class);
    }
}
