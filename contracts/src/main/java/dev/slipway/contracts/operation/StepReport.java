package dev.slipway.contracts.operation;

import dev.slipway.contracts.failure.Failure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fact for the journal: a step of an operation reached a state. Recording the same fact twice changes nothing.
 *
 * @param at workflow time, so that a replay reports the same instant
 * @param failure why, when the state is FAILED
 */
public record StepReport(
        String operationId,
        Step step,
        StepState state,
        Instant at,
        @Nullable Failure failure) {}
