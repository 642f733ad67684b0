package dev.slipway.toolkit.temporal;

import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.operation.Decision;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A person's decision on its way from the workflow that stopped to the one that leads the operation: it ends the story,
 * so it travels as a failure does.
 *
 * @param decision ROLL_BACK or ABANDON
 * @param failure what the operation had stopped with
 */
public record Decided(Decision decision, Failure failure) {
    private static final String TYPE = "Decided";

    /** Returns what a workflow throws to tell the decision. */
    public TemporalFailure asFailure() {
        return ApplicationFailure.newBuilder()
                .setType(TYPE)
                .setMessage(decision + " after " + failure.type() + ": " + failure.message())
                .setDetails(this)
                .setNonRetryable(true)
                .build();
    }

    /** Finds the decision inside whatever Temporal wrapped around it. */
    public static Optional<Decided> in(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(ApplicationFailure.class::isInstance)
                .map(ApplicationFailure.class::cast)
                .filter(cause -> cause.getType().equals(TYPE))
                .map(cause -> cause.getDetails().get(Decided.class))
                .findFirst();
    }
}
