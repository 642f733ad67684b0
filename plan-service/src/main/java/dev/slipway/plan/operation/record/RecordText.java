package dev.slipway.plan.operation.record;

import static java.util.Objects.requireNonNull;

import dev.slipway.plan.operation.JsonText;
import dev.slipway.plan.operation.log.LogEntry;
import dev.slipway.plan.operation.log.OperationLogs;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes a record as one JSON document, a page of log lines at a time, as fast as the reader takes them. */
@Component
class RecordText {
    static final int PAGE = 500;
    private static final String END = "]}";

    private final OperationLogs logs;
    private final JsonText json;

    RecordText(OperationLogs logs, JsonText json) {
        this.logs = logs;
        this.json = json;
    }

    /**
     * Returns the pieces of the document: the log is its last member and still empty, so it is written into the end.
     */
    Flux<String> of(OperationRecord withoutLog) {
        var whole = text(withoutLog);
        var open = whole.substring(0, whole.length() - END.length());
        return Flux.concat(Mono.just(open), lines(withoutLog.operation().id()), Mono.just(END));
    }

    private Flux<String> lines(UUID operation) {
        return page(operation, 0)
                .expand(page -> page.size() < PAGE
                        ? Mono.empty()
                        : page(operation, page.getLast().number()))
                .filter(page -> !page.isEmpty())
                .map(this::piece);
    }

    private Mono<List<LogEntry>> page(UUID operation, long after) {
        return Mono.defer(() -> logs.read(operation, after, PAGE).collectList());
    }

    private String piece(List<LogEntry> page) {
        var lines = page.stream().map(this::text).collect(Collectors.joining(","));
        return page.getFirst().number() == 1 ? lines : "," + lines;
    }

    private String text(Object value) {
        return requireNonNull(json.write(value));
    }
}
