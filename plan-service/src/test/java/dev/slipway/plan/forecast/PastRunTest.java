package dev.slipway.plan.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.operation.StepState;
import dev.slipway.plan.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PastRunTest {
    private static final Instant BEGUN = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void stepsSideBySideCountOnce() {
        var run = PastRun.of(
                2,
                BEGUN,
                List.of(
                        step(Step.RESERVE, 0, 2),
                        step(Step.PACKAGE_SOURCE, 3, 33),
                        step(Step.CONTAINER_RUNTIME, 3, 13),
                        skipped(Step.TIME)));

        assertThat(run.advance(Step.RESERVE)).hasSeconds(2);
        assertThat(run.advance(Step.CONTAINER_RUNTIME)).hasSeconds(11);
        assertThat(run.advance(Step.PACKAGE_SOURCE)).hasSeconds(20);
        assertThat(run.advance(Step.TIME)).isZero();
        assertThat(run.total()).hasSeconds(33);
    }

    @Test
    void advancesAddUpToTheWholeHoweverStepsOverlap() {
        Samples.check(random -> {
            var steps = new ArrayList<StepTime>();
            var last = 0L;
            for (var step : Step.values()) {
                var from = random.nextInt(500);
                var to = from + random.nextInt(300);
                steps.add(step(step, from, to));
                last = Math.max(last, to);
            }

            var run = PastRun.of(3, BEGUN, steps);

            assertThat(run.total()).isEqualTo(Duration.ofSeconds(last));
            assertThat(run.advances().values()).noneMatch(Duration::isNegative);
        });
    }

    private static StepTime step(Step step, int from, int to) {
        return new StepTime(step, StepState.SUCCEEDED, BEGUN.plusSeconds(from), BEGUN.plusSeconds(to));
    }

    private static StepTime skipped(Step step) {
        return new StepTime(step, StepState.SKIPPED, null, BEGUN.plusSeconds(90));
    }
}
