package dev.slipway.toolkit.log;

import dev.slipway.contracts.operation.Step;
import java.util.List;

/**
 * Lines that follow one another; sent twice, the receiver keeps them once, by their numbers.
 *
 * @param source the activity whose lines these are
 * @param attempt attempt of that activity, from 1
 * @param worker process and machine that run it
 * @param firstNumber number of the first line; the first line of an attempt has 1
 */
public record LogChunk(
        String operationId,
        Step step,
        String source,
        int attempt,
        String worker,
        long firstNumber,
        List<LogLine> lines) {
    /** Makes a chunk of the lines of a try. */
    static LogChunk of(StepAttempt attempt, long firstNumber, List<LogLine> lines) {
        return new LogChunk(
                attempt.operationId(),
                attempt.step(),
                attempt.source(),
                attempt.attempt(),
                attempt.worker(),
                firstNumber,
                lines);
    }

    /** Copies the lines. */
    public LogChunk {
        lines = List.copyOf(lines);
    }
}
