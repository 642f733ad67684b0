package dev.slipway.plan.operation.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.slipway.plan.decision.OperationDecision;
import dev.slipway.plan.operation.OperationView;
import dev.slipway.plan.operation.log.LogEntry;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything kept about an operation. The log comes last, so that it can be written while it is read.
 *
 * @param format grows when a reader of earlier records would not understand a later one
 * @param exportedAt when this was read; a running operation goes on
 * @param spec what its cluster should be when it was asked for; unknown for operations of the first versions
 * @param nodeCount how many nodes the cluster should have then
 */
@JsonPropertyOrder({"format", "exportedAt", "operation", "spec", "nodeCount", "orders", "steps", "decisions", "log"})
record OperationRecord(
        int format,
        Instant exportedAt,
        OperationView operation,
        @Nullable Map<String, Object> spec,
        int nodeCount,
        List<RecordedOrder> orders,
        List<RecordedStep> steps,
        List<OperationDecision> decisions,
        List<LogEntry> log) {
    static final int FORMAT = 1;
    private static final int SHORT_ID = 8;

    /** Returns a name for a file with this record. */
    String fileName() {
        return "operation-%s-%s-%s.json"
                .formatted(
                        operation.clusterName(),
                        operation.kind().name().toLowerCase(Locale.ROOT),
                        operation.id().toString().substring(0, SHORT_ID));
    }
}
