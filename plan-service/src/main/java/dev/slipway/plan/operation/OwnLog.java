package dev.slipway.plan.operation;

import dev.slipway.toolkit.log.LogLine;
import dev.slipway.toolkit.log.StepAttempt;
import java.util.List;
import reactor.core.publisher.Mono;

/** The log for steps that plan-service does itself: their lines stand among those of the workers. */
public interface OwnLog {
    /** Writes all lines of a try, in the transaction that does its work; written again they change nothing. */
    Mono<Void> write(StepAttempt attempt, List<LogLine> lines);
}
