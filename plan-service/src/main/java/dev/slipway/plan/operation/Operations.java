package dev.slipway.plan.operation;

import static java.util.Objects.requireNonNull;

import dev.slipway.contracts.operation.Step;
import io.r2dbc.spi.Parameters;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The operations there are and were. */
@Repository
public class Operations {
    private final DatabaseClient database;
    private final OperationRows rows;
    private final JsonText json;

    Operations(DatabaseClient database, OperationRows rows, JsonText json) {
        this.database = database;
        this.rows = rows;
        this.json = json;
    }

    /** Keeps a new operation with what was asked for and all its steps, in the order they will run. */
    public Mono<Void> insert(Operation operation, AskedFor asked, List<Step> steps) {
        var row = database.sql("""
                        insert into plan.operations
                            (id, cluster_id, cluster_name, kind, state, requested_by, created_at, revision, spec,
                                node_count)
                        values (:id, :clusterId, :clusterName, :kind, :state, :requestedBy, :createdAt, :revision,
                            cast(:spec as jsonb), :nodes)
                        """)
                .bind("id", operation.id())
                .bind("clusterId", operation.clusterId())
                .bind("clusterName", operation.clusterName())
                .bind("kind", operation.kind().name())
                .bind("state", operation.state().name())
                .bind("requestedBy", operation.requestedBy())
                .bind("createdAt", operation.createdAt())
                .bind("revision", operation.revision())
                .bind("spec", requireNonNull(json.write(asked.spec())))
                .bind("nodes", asked.nodes());
        return row.then()
                .thenMany(Flux.range(0, steps.size()))
                .concatMap(index -> insertStep(operation, steps, index))
                .then();
    }

    /** Finds one. */
    public Mono<Operation> find(UUID id) {
        return database.sql(OperationRows.SELECT + " where o.id = :id")
                .bind("id", id)
                .map(rows::operation)
                .one();
    }

    /** Finds one, or fails with the problem that says it is not there. */
    public Mono<Operation> require(UUID id) {
        return find(id).switchIfEmpty(Mono.error(() -> new OperationNotFound(id)));
    }

    /** Lists the newest first, one more than the limit when there is more. */
    public Flux<Operation> list(OperationFilter filter) {
        var after = filter.after();
        var sql = database.sql(OperationRows.SELECT + """
                where (:cluster::uuid is null or o.cluster_id = :cluster)
                    and (:state::text is null or o.state = :state)
                    and (:at::timestamptz is null or (o.created_at, o.id) < (:at, :id))
                order by o.created_at desc, o.id desc limit :limit
                """).bind("limit", filter.limit() + 1);
        var state = filter.state();
        sql = optional(sql, "cluster", filter.cluster(), UUID.class);
        sql = optional(sql, "state", state == null ? null : state.name(), String.class);
        sql = optional(sql, "at", after == null ? null : after.at(), Instant.class);
        return optional(sql, "id", after == null ? null : after.id(), UUID.class)
                .map(rows::operation)
                .all();
    }

    /** Finds the operations of these clusters that have not ended, newest first. */
    public Flux<Operation> active(Collection<UUID> clusters) {
        return database.sql(OperationRows.SELECT
                        + " where o.cluster_id = any(:ids) and o.state = any(:states) order by o.created_at desc")
                .bind("ids", clusters.toArray(UUID[]::new))
                .bind("states", OperationState.open())
                .map(rows::operation)
                .all();
    }

    /** Finds those that wait to be started, oldest first. */
    public Flux<Operation> pending() {
        return database.sql(OperationRows.SELECT + " where o.state = 'PENDING' order by o.created_at")
                .map(rows::operation)
                .all();
    }

    /** Finds those that have begun and have not ended. */
    public Flux<Operation> begun() {
        return database.sql(OperationRows.SELECT + " where o.state = any(:states) and o.state <> 'PENDING'")
                .bind("states", OperationState.open())
                .map(rows::operation)
                .all();
    }

    /** Finds the steps of an operation that changed after a revision, in order. */
    public Flux<OperationStep> steps(UUID operation, long afterRevision) {
        return database.sql(OperationRows.SELECT_STEPS
                        + " where operation_id = :id and revision > :revision order by position")
                .bind("id", operation)
                .bind("revision", afterRevision)
                .map(rows::step)
                .all();
    }

    /** Tells whether any operation on a cluster ever began one of these steps. */
    public Mono<Boolean> begun(UUID cluster, Set<Step> steps) {
        return database.sql("""
                        select exists (select 1 from plan.operation_steps s join plan.operations o on o.id = s.operation_id
                            where o.cluster_id = :cluster and s.step = any(:steps) and s.started_at is not null) as begun
                        """)
                .bind("cluster", cluster)
                .bind("steps", steps.stream().map(Step::name).toArray(String[]::new))
                .map(row -> Boolean.TRUE.equals(row.get("begun", Boolean.class)))
                .one();
    }

    private Mono<Void> insertStep(Operation operation, List<Step> steps, int index) {
        return database.sql("""
                        insert into plan.operation_steps (operation_id, step, position, state)
                        values (:id, :step, :position, 'PENDING')
                        """)
                .bind("id", operation.id())
                .bind("step", steps.get(index).name())
                .bind("position", index + 1)
                .then();
    }

    private static GenericExecuteSpec optional(
            GenericExecuteSpec sql, String name, @Nullable Object value, Class<?> type) {
        return sql.bind(name, value == null ? Parameters.in(type) : value);
    }
}
