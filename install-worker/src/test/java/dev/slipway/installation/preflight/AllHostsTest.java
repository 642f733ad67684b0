package dev.slipway.installation.preflight;

import static dev.slipway.installation.fixture.Installations.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.installation.NodeTarget;
import dev.slipway.installation.fixture.InsideActivity;
import dev.slipway.toolkit.temporal.Failures;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AllHostsTest {
    private static final List<NodeTarget> NODES = List.of(worker("a"), worker("b"), worker("c"));

    private final InsideActivity activity = new InsideActivity();

    @AfterEach
    void stop() {
        activity.close();
    }

    @Test
    void areAskedAtTheSameTimeAndAnsweredInOrder() {
        var together = new CyclicBarrier(NODES.size());
        var answers = new AtomicReference<List<String>>();

        activity.run(context -> answers.set(new AllHosts(context, Duration.ofSeconds(20))
                .ask(
                        NODES,
                        node -> {
                            await(together);
                            return node.name();
                        },
                        NodeTarget::address)));

        assertThat(answers.get()).containsExactly("a", "b", "c");
    }

    @Test
    void keepTheirAnswersWhenOneIsSilent() {
        var interrupted = new CountDownLatch(1);
        var answers = new AtomicReference<List<String>>();

        activity.run(context -> answers.set(new AllHosts(context, Duration.ofMillis(700))
                .ask(
                        NODES,
                        node -> node.name().equals("a") ? never(interrupted) : node.name(),
                        node -> node.name() + " is silent")));

        assertThat(answers.get()).containsExactly("a is silent", "b", "c");
        Awaitility.await().until(() -> interrupted.getCount() == 0);
    }

    private static String never(CountDownLatch interrupted) {
        try {
            return "answered " + new CountDownLatch(1).await(1, TimeUnit.MINUTES);
        } catch (InterruptedException stopped) {
            interrupted.countDown();
            return "stopped";
        }
    }

    @Test
    void failAsTheFirstOneThatFails() {
        Throwable failure = catchThrowable(() -> activity.run(context ->
                new AllHosts(context, Duration.ofSeconds(20)).ask(NODES, AllHostsTest::fail, AllHostsTest::fail)));

        assertThat(Failures.from(failure).type()).isEqualTo(FailureType.HOST_KEY_CHANGED);
    }

    private static String fail(NodeTarget node) {
        throw Failures.of(FailureType.HOST_KEY_CHANGED, "another key of " + node.name());
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception problem) {
            throw new IllegalStateException(problem);
        }
    }
}
