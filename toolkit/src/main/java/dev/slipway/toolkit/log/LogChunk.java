package dev.slipway.toolkit.log;

import dev.slipway.contracts.operation.Step;
import java.util.List;

/**
 * Lines that follow one another; sent twice, the receiver keeps them once, by their numbers.
 *
 * @param attempt attempt of the step, from 1
 * @param firstNumber number of the first line; the first line of an attempt has 1
 */
public record LogChunk(String operationId, Step step, int attempt, long firstNumber, List<LogLine> lines) {
    /** Copies the lines. */
    public LogChunk {
        lines = List.copyOf(lines);
    }
}
