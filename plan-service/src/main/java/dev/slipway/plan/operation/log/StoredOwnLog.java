package dev.slipway.plan.operation.log;

import dev.slipway.plan.operation.OwnLog;
import dev.slipway.toolkit.log.LogLine;
import dev.slipway.toolkit.log.StepAttempt;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes the lines of plan-service's own steps the way it takes those of workers. */
@Component
class StoredOwnLog implements OwnLog {
    private final OperationLogs logs;

    StoredOwnLog(OperationLogs logs) {
        this.logs = logs;
    }

    @Override
    public Mono<Void> write(StepAttempt attempt, List<LogLine> lines) {
        var received = lines.stream()
                .map(line -> new ReceivedLine(line.at(), line.host(), line.text()))
                .toList();
        return logs.append(
                UUID.fromString(attempt.operationId()),
                new ReceivedChunk(attempt.step(), attempt.source(), attempt.attempt(), attempt.worker(), 1, received));
    }
}
