package dev.slipway.contracts.operation;

/**
 * A fact for the journal: what a step, which a person left out, has left. Recording it twice changes nothing.
 *
 * @param step the step that would have removed it
 */
public record LeftBehindReport(String operationId, Step step, StillThere stillThere) {}
