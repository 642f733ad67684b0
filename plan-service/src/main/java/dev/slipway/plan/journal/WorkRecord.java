package dev.slipway.plan.journal;

import dev.slipway.contracts.installation.InstallationRequest;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.operation.StillThere;
import dev.slipway.contracts.provisioning.ProvisioningRequest;
import dev.slipway.plan.database.Moments;
import dev.slipway.plan.operation.JsonText;
import io.r2dbc.spi.Parameters;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** What the steps of an operation were given to work by, and what they gave; neither ever holds a secret. */
@Repository
public class WorkRecord {
    private static final String ORDER = """
            with latest as (
                select number, provisioning, installation from plan.operation_orders
                where operation_id = :id order by number desc limit 1),
            added as (
                insert into plan.operation_orders (operation_id, number, at, provisioning, installation)
                select :id, coalesce((select number from latest), 0) + 1, :at, cast(:provisioning as jsonb),
                    cast(:installation as jsonb)
                where not exists (select 1 from latest
                    where provisioning is not distinct from cast(:provisioning as jsonb)
                        and installation is not distinct from cast(:installation as jsonb))
                returning number)
            update plan.operation_steps
            set order_number = coalesce((select number from added), (select number from latest))
            where operation_id = :id and step <> 'RESERVE' and state not in ('SUCCEEDED', 'SKIPPED')
            """;

    private final DatabaseClient database;
    private final JournalRows rows;
    private final JsonText json;
    private final Clock clock;

    WorkRecord(DatabaseClient database, JournalRows rows, JsonText json, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.json = json;
        this.clock = clock;
    }

    /** Keeps an order that is about to be given to the steps that are not done; the same one again changes nothing. */
    @Transactional
    public Mono<Void> ordered(
            UUID operation, @Nullable ProvisioningRequest provisioning, @Nullable InstallationRequest installation) {
        if (provisioning == null && installation == null) {
            return Mono.empty();
        }
        return rows.lock(operation)
                .then(database.sql(ORDER)
                        .bind("id", operation)
                        .bind("at", Moments.now(clock))
                        .bind("provisioning", text(provisioning))
                        .bind("installation", text(installation))
                        .then());
    }

    /** Keeps what a step gave; done again it gave the later. */
    public Mono<Void> gave(UUID operation, Step step, Object output) {
        return database.sql("""
                        update plan.operation_steps set output = cast(:output as jsonb)
                        where operation_id = :id and step = :step
                        """)
                .bind("id", operation)
                .bind("step", step.name())
                .bind("output", text(output))
                .then();
    }

    /** Keeps what a person left behind in place of what the step would have removed. */
    Mono<Void> left(UUID operation, Step step, StillThere stillThere) {
        return gave(operation, step, new Left(stillThere));
    }

    /** Returns what a person left behind; nothing when nobody could tell. */
    public Mono<StillThere> left(UUID operation, Step step) {
        return database.sql("""
                        select output::text as output from plan.operation_steps
                        where operation_id = :id and step = :step and output is not null
                        """)
                .bind("id", operation)
                .bind("step", step.name())
                .mapValue(String.class)
                .one()
                .mapNotNull(output -> json.read(output, Left.class))
                .mapNotNull(Left::stillThere);
    }

    /** An output that says what is still there. */
    record Left(@Nullable StillThere stillThere) {}

    private Object text(@Nullable Object value) {
        var text = json.write(value);
        return text == null ? Parameters.in(String.class) : text;
    }
}
