package dev.slipway.plan.operation.log;

import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Receives chunks of log lines from the workers; a chunk sent again changes nothing. */
@RestController
class ReceptionController {
    private final OperationLogs logs;

    ReceptionController(OperationLogs logs) {
        this.logs = logs;
    }

    @PostMapping("/internal/operations/{id}/log")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> append(@PathVariable UUID id, @Valid @RequestBody ReceivedChunk chunk) {
        return logs.append(id, chunk);
    }
}
