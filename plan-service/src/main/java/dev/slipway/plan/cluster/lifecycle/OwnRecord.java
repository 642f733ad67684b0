package dev.slipway.plan.cluster.lifecycle;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.plan.cluster.supply.Unavailable;
import dev.slipway.plan.database.Moments;
import dev.slipway.plan.journal.WorkRecord;
import dev.slipway.plan.operation.OwnLog;
import dev.slipway.toolkit.log.LogLine;
import dev.slipway.toolkit.log.StepAttempt;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps what a step that plan-service does itself gave, and what it said. */
@Component
class OwnRecord {
    private final WorkRecord work;
    private final OwnLog log;
    private final Clock clock;

    OwnRecord(WorkRecord work, OwnLog log, Clock clock) {
        this.work = work;
        this.log = log;
        this.clock = clock;
    }

    /** Keeps both; without an output the one that is there stays. */
    Mono<Void> keep(StepAttempt attempt, @Nullable Map<String, Object> output, Function<Instant, List<LogLine>> lines) {
        var gave = output == null
                ? Mono.<Void>empty()
                : work.gave(UUID.fromString(attempt.operationId()), attempt.step(), output);
        return gave.then(Mono.defer(() -> log.write(attempt, lines.apply(now()))));
    }

    /** Says why a try failed; what it had done is undone by then, and so is what it had said. */
    Mono<Void> failed(StepAttempt attempt, Unavailable cause) {
        var why = String.valueOf(cause.getMessage());
        return log.write(attempt, OwnLines.failed(attempt, now(), FailureType.RESOURCE_UNAVAILABLE, why));
    }

    private Instant now() {
        return Moments.now(clock);
    }
}
