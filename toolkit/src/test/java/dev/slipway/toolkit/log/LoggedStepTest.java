package dev.slipway.toolkit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.Step;
import dev.slipway.toolkit.temporal.Failures;
import io.temporal.client.ActivityCanceledException;
import io.temporal.failure.ApplicationFailure;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoggedStepTest {
    private final List<LogChunk> chunks = new CopyOnWriteArrayList<>();
    private final LoggedStep logged = new LoggedStep(chunks::add, Clock.systemUTC());

    @Test
    void saysWhereATryBeganAndGivesWhatTheWorkGives() {
        var result = logged.run(attempt(2), type -> 1, log -> {
            log.line("at work");
            return "done";
        });

        assertThat(result).isEqualTo("done");
        assertThat(texts()).containsExactly("Images begins on 7@worker", "at work");
        assertThat(chunks.getFirst().worker()).isEqualTo("7@worker");
        assertThat(chunks.getFirst().source()).isEqualTo("run/3");
    }

    @Test
    void saysWhyATryFailedAndThatItIsTriedAgain() {
        var failure = failed(1, FailureType.PLAYBOOK_FAILED);

        assertThat(failure.isNonRetryable()).isFalse();
        assertThat(texts()).last().isEqualTo("PLAYBOOK_FAILED: broken It is tried again.");
        assertThat(chunks.getLast().lines().getLast().host()).isEqualTo("node-1");
    }

    @Test
    void leavesItToAPersonWhenItWasTriedOftenEnough() {
        var failure = failed(3, FailureType.PLAYBOOK_FAILED);

        assertThat(failure.isNonRetryable()).isTrue();
        assertThat(Failures.from(failure).type()).isEqualTo(FailureType.PLAYBOOK_FAILED);
        assertThat(Failures.from(failure).host()).isEqualTo("node-1");
        assertThat(texts()).last().isEqualTo("PLAYBOOK_FAILED: broken");
    }

    @Test
    void promisesNoOtherTryOfWhatOnlyAPersonCanMend() {
        var failure = failed(1, FailureType.CREDENTIALS_REJECTED);

        assertThat(failure.isNonRetryable()).isTrue();
        assertThat(texts()).last().isEqualTo("CREDENTIALS_REJECTED: broken");
    }

    @Test
    void namesWhatNobodyForesaw() {
        var failure = catchThrowableOfType(
                ApplicationFailure.class,
                () -> logged.run(attempt(1), type -> 3, log -> {
                    throw new IllegalStateException("odd");
                }));

        assertThat(failure.isNonRetryable()).isTrue();
        assertThat(Failures.from(failure).type()).isEqualTo(FailureType.UNEXPECTED);
        assertThat(texts()).last().asString().contains("IllegalStateException: odd", "defect of Slipway");
    }

    @Test
    void countsALogThatNobodyTakesAsAFailure() {
        var refusing = new LoggedStep(
                chunk -> {
                    throw Failures.of(FailureType.CREDENTIALS_REJECTED, "not yours");
                },
                Clock.systemUTC());

        var failures = IntStream.of(1, 10)
                .mapToObj(tries -> catchThrowableOfType(
                        ApplicationFailure.class, () -> refusing.run(attempt(1), type -> tries, log -> "done")))
                .toList();

        assertThat(failures).extracting(ApplicationFailure::isNonRetryable).containsExactly(false, true);
        assertThat(failures)
                .extracting(failure -> Failures.from(failure).type())
                .containsOnly(FailureType.SERVICE_UNREACHABLE);
    }

    @Test
    void leavesACancelAlone() {
        var canceled = catchThrowable(() -> logged.run(attempt(1), type -> 1, log -> {
            throw new ActivityCanceledException();
        }));

        assertThat(canceled).isInstanceOf(ActivityCanceledException.class);
        assertThat(texts()).hasSize(1);
    }

    @Test
    void countsNoTryThatEndedWithItsWorker() {
        var failure = catchThrowable(() -> logged.run(attempt(1), type -> 3, log -> {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted");
        }));

        assertThat(failure).isNotInstanceOf(ApplicationFailure.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void outlastsANetworkThatIsCutForMinutes() {
        assertThat(failed(9, FailureType.HOST_UNREACHABLE).isNonRetryable()).isFalse();
        assertThat(failed(10, FailureType.HOST_UNREACHABLE).isNonRetryable()).isTrue();
        assertThat(failed(1, FailureType.PACKAGE_DAMAGED).isNonRetryable()).isTrue();
    }

    private ApplicationFailure failed(int times, FailureType type) {
        return catchThrowableOfType(
                ApplicationFailure.class,
                () -> logged.run(attempt(times), counted -> times, log -> {
                    throw Failures.of(type, "broken", "node-1", null);
                }));
    }

    private List<String> texts() {
        return chunks.stream()
                .flatMap(chunk -> chunk.lines().stream())
                .map(LogLine::text)
                .toList();
    }

    private static StepAttempt attempt(int number) {
        return new StepAttempt("op", Step.IMAGES, "run/3", number, "7@worker");
    }
}
