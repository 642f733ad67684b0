package dev.slipway.plan.operation.stream;

import dev.slipway.plan.operation.Operation;
import dev.slipway.plan.operation.OperationStep;
import dev.slipway.plan.operation.OperationView;
import dev.slipway.plan.operation.OperationViews;
import dev.slipway.plan.operation.Operations;
import dev.slipway.plan.operation.log.OperationLogs;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Follows an operation by looking twice a second; it holds one page of lines at a time, however slow the reader is. */
@Component
class OperationStream {
    static final int PAGE = 500;
    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Operations operations;
    private final OperationViews views;
    private final OperationLogs logs;

    OperationStream(Operations operations, OperationViews views, OperationLogs logs) {
        this.operations = operations;
        this.views = views;
        this.logs = logs;
    }

    /** Returns all events after the offset, and ends after the operation did. */
    Flux<ServerSentEvent<Object>> follow(UUID id, StreamOffset from) {
        return look(id, from, 0)
                .expand(look ->
                        look.batch().last() ? Mono.empty() : pause(look.batch()).then(next(id, look)))
                .concatMapIterable(Look::events, 1);
    }

    private Mono<Look> next(UUID id, Look look) {
        return Mono.defer(() -> look(id, look.batch().next(), look.silent()));
    }

    private Mono<Look> look(UUID id, StreamOffset from, long silent) {
        return operations
                .require(id)
                .flatMap(operation -> read(operation, from))
                .map(batch -> Look.of(batch, silent));
    }

    private Mono<Batch> read(Operation operation, StreamOffset from) {
        return operation.revision() > from.revision()
                ? operations
                        .steps(operation.id(), from.revision())
                        .collectList()
                        .zipWith(views.of(operation))
                        .flatMap(changed -> read(operation, from, changed.getT2(), changed.getT1()))
                : read(operation, from, OperationView.from(operation), List.of());
    }

    private Mono<Batch> read(Operation operation, StreamOffset from, OperationView view, List<OperationStep> changed) {
        return logs.read(operation.id(), from.line(), PAGE)
                .collectList()
                .map(lines -> new Batch(from, operation, view, changed, lines, lines.size() == PAGE));
    }

    private static Mono<Long> pause(Batch batch) {
        return batch.full() ? Mono.just(0L) : Mono.delay(INTERVAL);
    }

    /** One look, its events, and for how many looks nothing was sent. */
    private record Look(Batch batch, List<ServerSentEvent<Object>> events, long silent) {
        private static final long PATIENCE = HEARTBEAT.dividedBy(INTERVAL);

        static Look of(Batch batch, long silent) {
            var events = batch.events();
            if (!events.isEmpty()) {
                return new Look(batch, events, 0);
            }
            return silent + 1 < PATIENCE ? new Look(batch, events, silent + 1) : new Look(batch, heartbeat(), 0);
        }

        private static List<ServerSentEvent<Object>> heartbeat() {
            return List.of(ServerSentEvent.builder().comment("nothing new").build());
        }
    }
}
