package dev.slipway.plan.operation;

import static dev.slipway.plan.database.Rows.required;

import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.operation.OperationKind;
import dev.slipway.contracts.operation.PlanSummary;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.operation.StepState;
import dev.slipway.plan.forecast.Forecast;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads operations and steps from rows. */
@Component
final class OperationRows {
    static final String SELECT = """
            select o.id, o.cluster_id, o.cluster_name, o.kind, o.state, o.requested_by, o.created_at, o.started_at,
                o.ended_at, o.failure::text as failure, o.changes::text as changes, o.revision, o.lines,
                o.pause_requested, o.rollback_from, o.forecast::text as forecast,
                (select count(*) from plan.operation_steps s where s.operation_id = o.id) as steps_total,
                (select count(*) from plan.operation_steps s
                    where s.operation_id = o.id and s.state in ('SUCCEEDED', 'SKIPPED')) as steps_done
            from plan.operations o
            """;

    static final String SELECT_STEPS = """
            select step, position, state, attempts, started_at, ended_at, worker, failure::text as failure, revision
            from plan.operation_steps
            """;

    private final JsonText json;

    OperationRows(JsonText json) {
        this.json = json;
    }

    Operation operation(Readable row) {
        return new Operation(
                required(row, "id", UUID.class),
                required(row, "cluster_id", UUID.class),
                required(row, "cluster_name", String.class),
                OperationKind.valueOf(required(row, "kind", String.class)),
                OperationState.valueOf(required(row, "state", String.class)),
                required(row, "requested_by", String.class),
                required(row, "created_at", Instant.class),
                row.get("started_at", Instant.class),
                row.get("ended_at", Instant.class),
                required(row, "steps_done", Integer.class),
                required(row, "steps_total", Integer.class),
                json.read(row.get("failure", String.class), OperationFailure.class),
                json.read(row.get("changes", String.class), PlanSummary.class),
                required(row, "pause_requested", Boolean.class),
                row.get("rollback_from", Integer.class),
                json.read(row.get("forecast", String.class), Forecast.class),
                required(row, "revision", Long.class));
    }

    OperationStep step(Readable row) {
        return new OperationStep(
                Step.valueOf(required(row, "step", String.class)),
                required(row, "position", Integer.class),
                StepState.valueOf(required(row, "state", String.class)),
                required(row, "attempts", Integer.class),
                row.get("started_at", Instant.class),
                row.get("ended_at", Instant.class),
                row.get("worker", String.class),
                json.read(row.get("failure", String.class), Failure.class),
                required(row, "revision", Long.class));
    }
}
