package dev.slipway.plan;

import dev.slipway.plan.operation.StepPlace;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import java.time.Duration;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import reactor.util.retry.Retry;

/** Lets all classes share one service: before each of them it is as if it had just been installed. */
final class EmptiedService implements TestExecutionListener {
    private static final String EMPTY = """
            do $$ begin
                drop trigger if exists keep_online on plan.offline_package;
                execute (select 'truncate ' || string_agg(format('%I.%I', schemaname, tablename), ', ')
                    from pg_tables where schemaname = 'plan' and tablename <> 'flyway_schema_history');
            end $$
            """;

    @Override
    public void beforeTestClass(TestContext context) {
        var service = context.getApplicationContext();
        var database = service.getBean(DatabaseClient.class);
        endLifecycles(database, service.getBean(WorkflowClient.class));
        // What the service does by itself may hold locks the other way round: a deadlock, of which Spring knows no
        // name.
        database.sql(EMPTY)
                .then()
                .retryWhen(Retry.fixedDelay(10, Duration.ofMillis(100)).filter(DataAccessException.class::isInstance))
                .block();
    }

    private static void endLifecycles(DatabaseClient database, WorkflowClient temporal) {
        var clusters = database.sql("select distinct cluster_id from plan.operations where ended_at is null")
                .map(row -> row.get(0, UUID.class))
                .all()
                .collectList()
                .block();
        clusters.forEach(cluster -> end(temporal, StepPlace.LIFECYCLE.workflowId(cluster.toString())));
    }

    private static void end(WorkflowClient temporal, String workflow) {
        try {
            temporal.newUntypedWorkflowStub(workflow).terminate("its test class has ended");
        } catch (WorkflowNotFoundException endedMeanwhileOrNeverStarted) {
            // Nothing of it is left, which is what is wanted.
        }
    }
}
