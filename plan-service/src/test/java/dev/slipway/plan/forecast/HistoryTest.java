package dev.slipway.plan.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.contracts.operation.Step;
import dev.slipway.plan.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final Set<Step> STEPS = Set.of(Step.RESERVE, Step.NETWORK);

    @Test
    void foretellsNothingWithoutAnEarlierOperation() {
        assertThat(history().forecast(3)).isEmpty();
        assertThat(History.of(List.of(new PastRun(3, Map.of(Step.RELEASE, Duration.ZERO))), STEPS)
                        .forecast(3))
                .isEmpty();
    }

    @Test
    void saysNothingOfItsErrorWhileNoneWasForetold() {
        var forecast = history(run(3, 10, 20)).forecast(3).orElseThrow();

        assertThat(forecast.runs()).isOne();
        assertThat(forecast.typicalError()).isNull();
        assertThat(forecast.advances())
                .isEqualTo(Map.of(Step.RESERVE, Duration.ofSeconds(10), Step.NETWORK, Duration.ofSeconds(20)));
    }

    @Test
    void takesTheMedianSoThatOneThatWentAstrayCountsLittle() {
        var forecast = history(run(3, 10, 20), run(3, 12, 22), run(3, 11, 9000))
                .forecast(3)
                .orElseThrow();

        assertThat(forecast.advances().get(Step.NETWORK)).hasSeconds(22);
        assertThat(forecast.advances().get(Step.RESERVE)).hasSeconds(11);
    }

    @Test
    void comparesEachWithWhatThoseBeforeItWouldHaveForetold() {
        var forecast = history(run(3, 10, 20), run(3, 10, 25), run(3, 10, 30), run(3, 10, 30))
                .forecast(3)
                .orElseThrow();

        assertThat(forecast.runs()).isEqualTo(4);
        assertThat(forecast.typicalError()).hasSeconds(5);
    }

    @Test
    void listensOnlyToThoseWithAsManyNodesWhenThereAreSome() {
        var forecast = history(run(9, 90, 90), run(3, 10, 20), run(1, 1, 1))
                .forecast(3)
                .orElseThrow();

        assertThat(forecast.runs()).isOne();
        assertThat(forecast.advances().get(Step.NETWORK)).hasSeconds(20);
    }

    @Test
    void drawsStraightBetweenFewerAndMoreNodesAndNeverBeyond() {
        var history = history(run(2, 10, 20), run(6, 10, 60), run(20, 10, 900));

        assertThat(network(history, 3)).hasSeconds(30);
        assertThat(network(history, 5)).hasSeconds(50);
        assertThat(network(history, 1)).hasSeconds(20);
        assertThat(network(history, 99)).hasSeconds(900);
    }

    @Test
    void staysWithinWhatWasSeen() {
        Samples.check(random -> {
            var runs = Stream.generate(() -> random(random))
                    .limit(1 + random.nextInt(40))
                    .toList();
            var forecast =
                    History.of(runs, STEPS).forecast(1 + random.nextInt(12)).orElseThrow();

            for (var step : STEPS) {
                assertThat(forecast.advances().get(step))
                        .isBetween(
                                runs.stream()
                                        .map(run -> run.advance(step))
                                        .min(Duration::compareTo)
                                        .orElseThrow(),
                                runs.stream()
                                        .map(run -> run.advance(step))
                                        .max(Duration::compareTo)
                                        .orElseThrow());
            }
            assertThat(forecast.runs()).isBetween(1, Math.min(20, runs.size()));
        });
    }

    @Test
    void isRightToTheSecondWhenEveryRunIsTheSame() {
        Samples.check(random -> {
            var run = random(random);
            var runs = IntStream.range(0, 2 + random.nextInt(20))
                    .mapToObj(index -> run)
                    .toList();

            var forecast = History.of(runs, STEPS).forecast(run.nodes()).orElseThrow();

            assertThat(forecast.advances()).isEqualTo(run.advances());
            assertThat(forecast.typicalError()).isZero();
        });
    }

    private static Duration network(History history, int nodes) {
        return history.forecast(nodes).orElseThrow().advances().get(Step.NETWORK);
    }

    private static PastRun random(Random random) {
        return run(1 + random.nextInt(9), random.nextInt(100), random.nextInt(100));
    }

    private static History history(PastRun... newestFirst) {
        return History.of(List.of(newestFirst), STEPS);
    }

    private static PastRun run(int nodes, int reserve, int network) {
        return new PastRun(
                nodes, Map.of(Step.RESERVE, Duration.ofSeconds(reserve), Step.NETWORK, Duration.ofSeconds(network)));
    }
}
