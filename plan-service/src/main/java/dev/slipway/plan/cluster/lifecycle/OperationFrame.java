package dev.slipway.plan.cluster.lifecycle;

import dev.slipway.contracts.operation.OperationReference;
import dev.slipway.toolkit.temporal.ActivityProfiles;
import dev.slipway.toolkit.temporal.Failures;
import io.temporal.activity.ActivityOptions;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Functions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;

/**
 * Surrounds the story of every operation: it is recorded as running before and as ended after, whatever happens, so
 * both are done in a scope that a cancel does not reach.
 */
final class OperationFrame {
    /** Longer than any outage should be: an operation must not stay open because its end could not be written. */
    private static final Duration PATIENCE = Duration.ofHours(12);

    private final LifecycleActivities record = Workflow.newActivityStub(
            LifecycleActivities.class,
            ActivityOptions.newBuilder(ActivityProfiles.quick())
                    .setScheduleToCloseTimeout(PATIENCE)
                    .build());

    private final OperationReference operation;

    OperationFrame(OperationReference operation) {
        this.operation = operation;
    }

    /** Tells the story, unless the operation has ended before it could begin. */
    void around(Functions.Proc story) {
        if (begin()) {
            tell(story);
        }
    }

    private void tell(Functions.Proc story) {
        try {
            story.apply();
            end(Ending.succeeded(operation, now()));
        } catch (TemporalFailure e) {
            var ending = Ending.failed(operation, now(), Failures.from(e));
            end(ending);
            throw rethrown(ending, e);
        }
    }

    private boolean begin() {
        var begun = new boolean[1];
        var beginning = new Beginning(operation, now());
        Workflow.newDetachedCancellationScope(() -> begun[0] = record.begin(beginning))
                .run();
        return begun[0];
    }

    private void end(Ending ending) {
        Workflow.newDetachedCancellationScope(() -> record.end(ending)).run();
    }

    /** A canceled workflow must show as canceled; any other failure keeps its name. */
    private static TemporalFailure rethrown(Ending ending, TemporalFailure cause) {
        var failure = ending.failure();
        return failure == null ? cause : Failures.of(failure.type(), failure.message(), failure.host(), cause);
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Workflow.currentTimeMillis());
    }
}
