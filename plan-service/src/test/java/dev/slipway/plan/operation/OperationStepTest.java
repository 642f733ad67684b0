package dev.slipway.plan.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.operation.StepReport;
import dev.slipway.contracts.operation.StepState;
import dev.slipway.plan.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class OperationStepTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final OperationStep PENDING = OperationStep.pending(Step.PREFLIGHT, 4);

    @Test
    void isBegunAndEnds() {
        var done = PENDING.after(report(StepState.RUNNING, 1)).after(report(StepState.SUCCEEDED, 5));

        assertThat(done.state()).isEqualTo(StepState.SUCCEEDED);
        assertThat(done.attempts()).isOne();
        assertThat(done.startedAt()).isEqualTo(START.plusSeconds(1));
        assertThat(done.endedAt()).isEqualTo(START.plusSeconds(5));
        assertThat(done.worker()).isEqualTo("install-worker");
    }

    @Test
    void keepsWhyItFailed() {
        var failed = PENDING.after(report(StepState.RUNNING, 1)).after(report(StepState.FAILED, 2));

        assertThat(failed.failure().type()).isEqualTo(FailureType.PREFLIGHT_FAILED);
    }

    @Test
    void isBegunAgainByALaterAttempt() {
        var again = PENDING.after(report(StepState.RUNNING, 1))
                .after(report(StepState.FAILED, 2))
                .after(report(StepState.RUNNING, 9));

        assertThat(again.state()).isEqualTo(StepState.RUNNING);
        assertThat(again.attempts()).isEqualTo(2);
        assertThat(again.failure()).isNull();
        assertThat(again.endedAt()).isNull();
        assertThat(again.after(report(StepState.FAILED, 2))).isEqualTo(again);
    }

    @Test
    void neverGoesBackByALateReport() {
        var done = PENDING.after(report(StepState.RUNNING, 1)).after(report(StepState.SUCCEEDED, 5));

        assertThat(done.after(report(StepState.RUNNING, 1))).isEqualTo(done);
        assertThat(done.after(report(StepState.RUNNING, 5))).isEqualTo(done);
        assertThat(done.after(report(StepState.FAILED, 6))).isEqualTo(done);
        assertThat(done.after(report(StepState.SKIPPED, 6))).isEqualTo(done);
        assertThat(done.after(report(StepState.PENDING, 6))).isEqualTo(done);
    }

    @Test
    void isSkippedOnlyBeforeItBegins() {
        assertThat(PENDING.after(report(StepState.SKIPPED, 1)).state()).isEqualTo(StepState.SKIPPED);
    }

    @Test
    void canceledBeforeItBeganHasNoStart() {
        var canceled = PENDING.after(report(StepState.CANCELED, 3));

        assertThat(canceled.state()).isEqualTo(StepState.CANCELED);
        assertThat(canceled.startedAt()).isNull();
    }

    @Test
    void repeatedAndDelayedReportsChangeNothing() {
        Samples.check(random -> {
            var reports = new ArrayList<StepReport>();
            for (var attempt = 0; attempt < 1 + random.nextInt(3); attempt++) {
                var end = random.nextBoolean() ? StepState.SUCCEEDED : StepState.FAILED;
                reports.add(report(StepState.RUNNING, 10 * attempt + 1));
                reports.add(report(end, 10 * attempt + 5));
            }
            var wanted = apply(reports);
            var echo = new ArrayList<>(reports);
            Collections.shuffle(echo, random);
            reports.addAll(echo);

            assertThat(apply(reports)).isEqualTo(wanted);
        });
    }

    @Test
    void everyStepHasItsPlace() {
        assertThat(Step.values())
                .allSatisfy(step -> assertThat(StepPlace.of(step).service()).isNotBlank());
        assertThat(StepPlace.of(Step.RESERVE).service()).isEqualTo("plan-service");
        assertThat(StepPlace.of(Step.CREATE_HOSTS).service()).isEqualTo("provisioning-worker");
        assertThat(StepPlace.of(Step.IMAGES).workflowId("7")).isEqualTo("cluster-7-installation");
    }

    private static OperationStep apply(Iterable<StepReport> reports) {
        var step = PENDING;
        for (var report : reports) {
            step = step.after(report);
        }
        return step;
    }

    private static StepReport report(StepState state, int second) {
        var failure = state == StepState.FAILED ? new Failure(FailureType.PREFLIGHT_FAILED, "no", "host-1") : null;
        return new StepReport("id", Step.PREFLIGHT, state, START.plusSeconds(second), failure);
    }
}
