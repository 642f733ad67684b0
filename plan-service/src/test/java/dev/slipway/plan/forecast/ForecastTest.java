package dev.slipway.plan.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.operation.StepState;
import dev.slipway.plan.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ForecastTest {
    private static final Instant BEGUN = Instant.parse("2026-01-01T00:00:00Z");

    /** PACKAGE_SOURCE runs beside CONTAINER_RUNTIME and takes 20 seconds longer. */
    private static final Forecast FORECAST = new Forecast(
            Map.of(
                    Step.RESERVE, Duration.ofSeconds(2),
                    Step.CONTAINER_RUNTIME, Duration.ofSeconds(10),
                    Step.PACKAGE_SOURCE, Duration.ofSeconds(20),
                    Step.PUBLISH, Duration.ofSeconds(1)),
            7,
            Duration.ofSeconds(3));

    @Test
    void addsUpWhatIsToComeBeforeItBegins() {
        var estimate = FORECAST.remaining(
                List.of(pending(Step.RESERVE), pending(Step.CONTAINER_RUNTIME), pending(Step.PACKAGE_SOURCE)),
                BEGUN.plusSeconds(500));

        assertThat(estimate).isEqualTo(new Estimate(32, 7, 3L));
    }

    @Test
    void countsStepsSideBySideOnce() {
        assertThat(left(5, running(Step.CONTAINER_RUNTIME, 0), running(Step.PACKAGE_SOURCE, 0)))
                .isEqualTo(26);
        assertThat(left(15, done(Step.CONTAINER_RUNTIME, 0, 10), running(Step.PACKAGE_SOURCE, 0)))
                .isEqualTo(16);
    }

    @Test
    void beginsAnewWithAStepThatIsTriedAgain() {
        assertThat(left(900, done(Step.CONTAINER_RUNTIME, 0, 10), running(Step.PACKAGE_SOURCE, 895)))
                .isEqualTo(16);
    }

    @Test
    void leavesOnlyWhatIsToComeOfAStepThatTakesLongerThanExpected() {
        assertThat(left(900, running(Step.PACKAGE_SOURCE, 0))).isOne();
    }

    @Test
    void knowsNothingOfStepsItNeverSaw() {
        assertThat(left(5, running(Step.VERIFICATION, 0))).isOne();
        assertThat(new Forecast(Map.of(), 1, null).remaining(List.of(), BEGUN)).isEqualTo(new Estimate(0, 1, null));
    }

    @Test
    void onlyShrinksWhileTimePassesAndNeverFasterThanTime() {
        Samples.check(random -> {
            var steps = Arrays.stream(Step.values())
                    .map(step -> random(step, random))
                    .toList();
            var forecast = new Forecast(
                    Map.of(Step.RESERVE, seconds(random), Step.NETWORK, seconds(random), Step.DNS, seconds(random)),
                    1,
                    null);
            var now = BEGUN.plusSeconds(200 + random.nextInt(100));
            var later = random.nextInt(100);

            var first = forecast.remaining(steps, now).remainingSeconds();
            var second = forecast.remaining(steps, now.plusSeconds(later)).remainingSeconds();

            assertThat(second).isBetween(Math.max(0, first - later), first);
        });
    }

    private static long left(int now, StepTime... steps) {
        var all = new ArrayList<>(List.of(steps));
        all.add(pending(Step.PUBLISH));
        return FORECAST.remaining(all, BEGUN.plusSeconds(now)).remainingSeconds();
    }

    private static StepTime random(Step step, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> pending(step);
            case 1 -> running(step, random.nextInt(200));
            default -> done(step, random.nextInt(100), 100 + random.nextInt(100));
        };
    }

    private static Duration seconds(Random random) {
        return Duration.ofSeconds(random.nextInt(300));
    }

    private static StepTime pending(Step step) {
        return new StepTime(step, StepState.PENDING, null, null);
    }

    private static StepTime running(Step step, int from) {
        return new StepTime(step, StepState.RUNNING, BEGUN.plusSeconds(from), null);
    }

    private static StepTime done(Step step, int from, int to) {
        return new StepTime(step, StepState.SUCCEEDED, BEGUN.plusSeconds(from), BEGUN.plusSeconds(to));
    }
}
