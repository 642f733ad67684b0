package dev.slipway.plan.forecast;

import static dev.slipway.plan.database.Rows.required;

import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.operation.StepState;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Reads the last operations that succeeded without a person's help: who waits for a person tells nothing of steps. */
@Repository
class PastRuns {
    private static final int MOST = 60;

    private final DatabaseClient database;

    PastRuns(DatabaseClient database) {
        this.database = database;
    }

    /** Returns those of the same kind as an operation, newest first. */
    Mono<List<PastRun>> like(UUID operation) {
        return database.sql("""
                        select o.id, o.node_count, o.started_at as begun_at, s.step, s.state, s.started_at, s.ended_at
                        from (select id, node_count, started_at, ended_at from plan.operations
                            where kind = (select kind from plan.operations where id = :id) and state = 'SUCCEEDED'
                                and node_count > 0 and started_at is not null
                                and not exists (select 1 from plan.operation_decisions d where d.operation_id = operations.id)
                            order by ended_at desc limit :most) o
                        join plan.operation_steps s on s.operation_id = o.id
                        order by o.ended_at desc, o.id
                        """)
                .bind("id", operation)
                .bind("most", MOST)
                .map(Row::of)
                .all()
                .bufferUntilChanged(Row::operation)
                .map(PastRuns::run)
                .collectList();
    }

    private static PastRun run(List<Row> rows) {
        var first = rows.getFirst();
        return PastRun.of(
                first.nodes(), first.begunAt(), rows.stream().map(Row::time).toList());
    }

    /** A step with what is known of its operation. */
    private record Row(UUID operation, int nodes, Instant begunAt, StepTime time) {
        static Row of(Readable row) {
            return new Row(
                    required(row, "id", UUID.class),
                    required(row, "node_count", Integer.class),
                    required(row, "begun_at", Instant.class),
                    new StepTime(
                            Step.valueOf(required(row, "step", String.class)),
                            StepState.valueOf(required(row, "state", String.class)),
                            row.get("started_at", Instant.class),
                            row.get("ended_at", Instant.class)));
        }
    }
}
