package dev.slipway.plan.operation.log;

import dev.slipway.plan.operation.Operations;
import dev.slipway.toolkit.web.Page;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Shows the log of an operation in pages; the offset is the number of the last line one has. */
@RestController
class LogController {
    private static final int MOST = 2000;

    private final Operations operations;
    private final OperationLogs logs;

    LogController(Operations operations, OperationLogs logs) {
        this.operations = operations;
        this.logs = logs;
    }

    @GetMapping("/api/v1/operations/{id}/log")
    Mono<Page<LogEntry>> read(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") long offset,
            @RequestParam(defaultValue = "500") int limit) {
        var capped = Math.clamp(limit, 1, MOST);
        return operations
                .require(id)
                .flatMap(operation -> logs.read(id, offset, capped + 1).collectList())
                .map(entries -> page(entries, capped));
    }

    private static Page<LogEntry> page(List<LogEntry> entries, int limit) {
        if (entries.size() <= limit) {
            return new Page<>(entries, null);
        }
        var items = entries.subList(0, limit);
        return new Page<>(items, Long.toString(items.getLast().number()));
    }
}
