package dev.slipway.plan.operation.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of an operation's log, numbered from 1 without gaps. */
public record LogEntry(
        long number, String step, int attempt, @Nullable String host, Instant at, String text) {}
