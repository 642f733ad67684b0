package dev.slipway.plan.operation.record;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gives the record of an operation as one file, also when its cluster is gone. */
@RestController
class RecordController {
    private final OperationRecords records;
    private final RecordText text;

    RecordController(OperationRecords records, RecordText text) {
        this.records = records;
        this.text = text;
    }

    @GetMapping(path = "/api/v1/operations/{id}/record", produces = MediaType.APPLICATION_JSON_VALUE)
    @ApiResponse(
            responseCode = "200",
            description = "Everything kept about the operation, without secrets; the log is written while it is read",
            content =
                    @Content(
                            schema = @Schema(implementation = OperationRecord.class),
                            examples = @ExampleObject(RecordExample.JSON)))
    Mono<ResponseEntity<Flux<String>>> export(@PathVariable UUID id) {
        return records.withoutLog(id).map(this::file);
    }

    private ResponseEntity<Flux<String>> file(OperationRecord record) {
        var disposition =
                ContentDisposition.attachment().filename(record.fileName()).build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .cacheControl(CacheControl.noStore())
                .body(text.of(record));
    }
}
