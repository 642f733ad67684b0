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

        activity.run(context -> answers.set(new AllHosts(context, Duration.ofSeconds(20)).ask(NODES, node -> {
            await(together);
            return node.name();
        })));

        assertThat(answers.get()).containsExactly("a", "b", "c");
    }

    @Test
    void areGivenUpWhenOneDoesNotAnswer() {
        var interrupted = new CountDownLatch(NODES.size());

        Throwable failure = catchThrowable(() ->
                activity.run(context -> new AllHosts(context, Duration.ofMillis(700)).ask(NODES, node -> {
                    try {
                        return new CountDownLatch(1).await(1, TimeUnit.MINUTES);
                    } catch (InterruptedException stopped) {
                        interrupted.countDown();
                        return false;
                    }
                })));

        assertThat(Failures.from(failure).type()).isEqualTo(FailureType.HOST_UNREACHABLE);
        Awaitility.await().until(() -> interrupted.getCount() == 0);
    }

    @Test
    void failAsTheFirstOneThatFails() {
        Throwable failure = catchThrowable(() ->
                activity.run(context -> new AllHosts(context, Duration.ofSeconds(20)).ask(NODES, node -> {
                    throw Failures.of(FailureType.HOST_KEY_CHANGED, "another key");
                })));

        assertThat(Failures.from(failure).type()).isEqualTo(FailureType.HOST_KEY_CHANGED);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception problem) {
            throw new IllegalStateException(problem);
        }
    }
}
