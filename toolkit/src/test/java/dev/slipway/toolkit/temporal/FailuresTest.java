package dev.slipway.toolkit.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.failure.FailureType;
import io.temporal.api.enums.v1.RetryState;
import io.temporal.api.enums.v1.TimeoutType;
import io.temporal.api.failure.v1.TimeoutFailureInfo;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TimeoutFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailuresTest {
    @ParameterizedTest
    @EnumSource
    void keepsTheNameThroughTemporal(FailureType type) {
        var failure = Failures.of(type, "why", "node-1", null);

        assertThat(failure.isNonRetryable()).isEqualTo(!type.retryable());
        assertThat(Failures.from(wrapped(failure))).isEqualTo(new Failure(type, "why", "node-1"));
    }

    @Test
    void needsNoHost() {
        assertThat(Failures.from(Failures.of(FailureType.NOT_READY, "why")).host())
                .isNull();
        assertThat(Failures.from(Failures.of(FailureType.NOT_READY, "why", null, null))
                        .host())
                .isNull();
    }

    @Test
    void saysNothingThatADatabaseRefuses() {
        var named = Failures.of(FailureType.TOOL_FAILED, "ended with \0");
        var unknown = ApplicationFailure.newFailure("bo\0m", "java.lang.IllegalStateException");

        assertThat(named.getOriginalMessage()).isEqualTo("ended with \uFFFD");
        assertThat(Failures.from(wrapped(named)).message()).isEqualTo("ended with \uFFFD");
        assertThat(Failures.from(wrapped(unknown)).message()).endsWith("bo\uFFFDm");
    }

    @Test
    void waitsWithoutAlarm() {
        var failure = Failures.notYet("3 of 4 nodes are ready");

        assertThat(failure.getCategory()).isEqualTo(ApplicationErrorCategory.BENIGN);
        assertThat(Failures.from(failure).type()).isEqualTo(FailureType.NOT_READY);
    }

    @Test
    void namesACancel() {
        assertThat(Failures.from(wrapped(new CanceledFailure("canceled"))).type())
                .isEqualTo(FailureType.CANCELED);
    }

    @Test
    void namesACancelThatADeadWorkerCouldNotAnswer() {
        var missed = new TimeoutFailure("timeout", null, TimeoutType.TIMEOUT_TYPE_HEARTBEAT);
        var failure = new ActivityFailure(
                "activity failed", 1, 2, "Type", "id", RetryState.RETRY_STATE_CANCEL_REQUESTED, "worker", missed);

        assertThat(Failures.from(failure).type()).isEqualTo(FailureType.CANCELED);
    }

    @Test
    void tellsThatNoWorkerAnswered() {
        var timeout = new TimeoutFailure("timeout", null, TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_START);

        assertThat(Failures.from(wrapped(timeout)).type()).isEqualTo(FailureType.UNEXPECTED);
        assertThat(Failures.from(wrapped(timeout)).message()).startsWith("No worker finished this in time");
    }

    @Test
    void tellsWhyTheLastTryFailedBeforeTimeRanOut() {
        var converter = DefaultDataConverter.newDefaultInstance();
        var last = converter.exceptionToFailure(
                ApplicationFailure.newFailure("connection refused", "org.postgresql.util.PSQLException"));
        var timeout = converter.failureToException(io.temporal.api.failure.v1.Failure.newBuilder()
                .setTimeoutFailureInfo(
                        TimeoutFailureInfo.newBuilder().setTimeoutType(TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_CLOSE))
                .setCause(last)
                .build());

        assertThat(Failures.from(wrapped(timeout)).message())
                .isEqualTo("org.postgresql.util.PSQLException: connection refused");
    }

    @Test
    void callsWhatNobodyForesawUnexpected() {
        var unknown = ApplicationFailure.newFailure("boom", "java.lang.NullPointerException");

        assertThat(Failures.from(wrapped(unknown)))
                .isEqualTo(new Failure(FailureType.UNEXPECTED, "java.lang.NullPointerException: boom", null));
        assertThat(Failures.from(new IllegalStateException("odd")).message()).isEqualTo("IllegalStateException: odd");
    }

    private static ActivityFailure wrapped(Throwable cause) {
        return new ActivityFailure(
                "activity failed", 1, 2, "Type", "id", RetryState.RETRY_STATE_NON_RETRYABLE_FAILURE, "worker", cause);
    }
}
