package dev.slipway.toolkit.temporal;

import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.failure.FailureType;
import io.temporal.api.enums.v1.RetryState;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TimeoutFailure;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one place where named failures become Temporal's, and Temporal's become named ones. */
public final class Failures {
    private Failures() {}

    /** Makes the failure an activity throws. */
    public static ApplicationFailure of(FailureType type, String message) {
        return of(type, message, null, null);
    }

    /** Makes the failure an activity throws for one host, keeping its cause. */
    public static ApplicationFailure of(
            FailureType type, String message, @Nullable String host, @Nullable Throwable cause) {
        return builder(type, message, host).setCause(cause).build();
    }

    /** Makes the failure an activity throws when it was tried often enough: now a person has to look. */
    public static ApplicationFailure last(
            FailureType type, String message, @Nullable String host, @Nullable Throwable cause) {
        return builder(type, message, host)
                .setNonRetryable(true)
                .setCause(cause)
                .build();
    }

    /** Makes the failure a probe throws while it waits: expected, so no alarm in logs and metrics. */
    public static ApplicationFailure notYet(String message) {
        return builder(FailureType.NOT_READY, message, null)
                .setCategory(ApplicationErrorCategory.BENIGN)
                .build();
    }

    /** Makes the failure an activity throws for what nobody foresaw: it has a name too, and is not tried forever. */
    public static ApplicationFailure unforeseen(RuntimeException problem) {
        return of(
                FailureType.UNEXPECTED,
                describe(problem) + "; this is a defect of Slipway: report it with the step's log.",
                null,
                problem);
    }

    private static ApplicationFailure.Builder builder(FailureType type, String message, @Nullable String host) {
        return ApplicationFailure.newBuilder()
                .setType(type.name())
                .setMessage(storable(message))
                .setDetails(host)
                .setNonRetryable(!type.retryable());
    }

    /** Finds the named failure inside whatever Temporal wrapped around it. */
    public static Failure from(Throwable failure) {
        return causes(failure)
                .flatMap(cause -> named(cause).stream())
                .findFirst()
                .or(() -> canceled(failure))
                .orElseGet(() -> unexpected(failure));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static Optional<Failure> named(Throwable cause) {
        return cause instanceof ApplicationFailure application
                ? type(application.getType())
                        .map(type -> new Failure(type, storable(application.getOriginalMessage()), host(application)))
                : Optional.empty();
    }

    private static Optional<FailureType> type(@Nullable String name) {
        return Arrays.stream(FailureType.values())
                .filter(type -> type.name().equals(name))
                .findFirst();
    }

    private static @Nullable String host(ApplicationFailure failure) {
        var details = failure.getDetails();
        return details.getSize() == 0 ? null : details.get(0, String.class);
    }

    private static Optional<Failure> canceled(Throwable failure) {
        return causes(failure)
                .filter(cause -> cause instanceof CanceledFailure || isLeftAfterCancel(cause))
                .map(cause -> new Failure(FailureType.CANCELED, "Canceled", null))
                .findFirst();
    }

    /** A text is kept by a database that takes every character but one; a program may write that one, too. */
    private static String storable(String message) {
        return message.replace('\0', '\uFFFD');
    }

    /**
     * A worker that is dead cannot say that its work was canceled: it is missed, and not tried again for the cancel.
     */
    private static boolean isLeftAfterCancel(Throwable cause) {
        return cause instanceof ActivityFailure activity
                && activity.getRetryState() == RetryState.RETRY_STATE_CANCEL_REQUESTED;
    }

    /** What ran out of time may have failed before, again and again: that says more than the time does. */
    private static Failure unexpected(Throwable failure) {
        var message = first(failure, ApplicationFailure.class)
                .or(() -> first(failure, TimeoutFailure.class))
                .map(Failures::describe)
                .orElseGet(() -> describe(failure));
        return new Failure(FailureType.UNEXPECTED, storable(message), null);
    }

    private static Optional<Throwable> first(Throwable failure, Class<?> kind) {
        return causes(failure).filter(kind::isInstance).findFirst();
    }

    private static String describe(Throwable failure) {
        return switch (failure) {
            case TimeoutFailure timeout ->
                "No worker finished this in time (" + timeout.getTimeoutType() + "); see whether the services run";
            case ApplicationFailure application -> application.getType() + ": " + application.getOriginalMessage();
            default -> failure.getClass().getSimpleName() + ": " + failure.getMessage();
        };
    }
}
