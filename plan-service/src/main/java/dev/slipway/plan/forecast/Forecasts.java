package dev.slipway.plan.forecast;

import static dev.slipway.plan.database.Rows.required;

import dev.slipway.contracts.operation.Step;
import io.r2dbc.spi.Readable;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Foretells each operation once, when it begins, and keeps that with it: to show it costs next to nothing then. */
@Component
public class Forecasts {
    private static final Logger log = LoggerFactory.getLogger(Forecasts.class);

    private final DatabaseClient database;
    private final PastRuns past;
    private final JsonMapper json;

    Forecasts(DatabaseClient database, PastRuns past, JsonMapper json) {
        this.database = database;
        this.past = past;
        this.json = json;
    }

    /** Foretells an operation that was not foretold yet; one must not fail because that could not be done. */
    public Mono<Void> foretell(UUID operation) {
        return unforetold(operation)
                .filter(steps -> !steps.isEmpty())
                .flatMap(steps -> past.like(operation).mapNotNull(runs -> forecast(runs, steps)))
                .flatMap(forecast -> keep(operation, forecast))
                .onErrorResume(error -> {
                    log.atWarn()
                            .setCause(error)
                            .addKeyValue("operation", operation)
                            .log("The remaining time could not be foretold; the operation goes on without");
                    return Mono.empty();
                });
    }

    private static @Nullable Forecast forecast(List<PastRun> runs, List<PlannedStep> planned) {
        var steps = EnumSet.noneOf(Step.class);
        planned.forEach(step -> steps.add(step.step()));
        return History.of(runs, steps).forecast(planned.getFirst().nodes()).orElse(null);
    }

    private Mono<List<PlannedStep>> unforetold(UUID operation) {
        return database.sql("""
                        select o.node_count, s.step from plan.operations o
                        join plan.operation_steps s on s.operation_id = o.id
                        where o.id = :id and o.forecast is null and o.node_count > 0
                        """)
                .bind("id", operation)
                .map(PlannedStep::of)
                .all()
                .collectList();
    }

    private Mono<Void> keep(UUID operation, Forecast forecast) {
        return database.sql("""
                        update plan.operations set forecast = cast(:forecast as jsonb), revision = revision + 1
                        where id = :id and forecast is null
                        """)
                .bind("id", operation)
                .bind("forecast", json.writeValueAsString(forecast))
                .then();
    }

    /** A step that the operation will have, and on how many nodes. */
    private record PlannedStep(Step step, int nodes) {
        static PlannedStep of(Readable row) {
            return new PlannedStep(
                    Step.valueOf(required(row, "step", String.class)), required(row, "node_count", Integer.class));
        }
    }
}
