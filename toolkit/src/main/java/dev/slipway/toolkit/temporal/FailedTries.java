package dev.slipway.toolkit.temporal;

import dev.slipway.contracts.failure.FailureType;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCanceledException;
import io.temporal.client.ActivityCompletionException;
import java.util.EnumMap;
import java.util.Map;

/**
 * How often an activity has failed, by failure. It travels from try to try in heartbeats, so that neither a worker that
 * dies nor a failure of another kind uses up the tries of this one. What Temporal counts beyond them are tries that
 * lost their worker.
 */
public record FailedTries(Map<FailureType, Integer> counts) {
    /** More than chance takes away: by now it is the step that its worker does not survive. */
    private static final int MOST_LOST = 10;

    private static final FailedTries NONE = new FailedTries(Map.of());

    /** Copies the counts. */
    public FailedTries {
        counts = Map.copyOf(counts);
    }

    /** Tells Temporal that the activity is alive; every heartbeat has to carry the failures of the tries before. */
    public static void beat(ActivityExecutionContext context) {
        context.heartbeat(before(context));
    }

    /**
     * Asks Temporal whether this try still counts, and waits for the answer: a worker that was frozen for a while has
     * been given up, and must not touch what the next try works on. A cancel changes nothing about whose turn it is.
     */
    public static void confirm(ActivityExecutionContext context) {
        try {
            context.getWorkflowClient()
                    .newActivityCompletionClient()
                    .heartbeat(context.getTaskToken(), before(context));
        } catch (ActivityCompletionException answer) {
            // Whoever runs a program learns of a cancel there, and stops it in order.
            if (!isCanceled(answer)) {
                throw answer;
            }
        }
    }

    /** Unlike that of an activity's own heartbeat, the cancel is wrapped. */
    private static boolean isCanceled(ActivityCompletionException answer) {
        return answer instanceof ActivityCanceledException || answer.getCause() instanceof ActivityCanceledException;
    }

    /** Counts a failure of this try, and returns how many of its kind there were by now. */
    public static int count(ActivityExecutionContext context, FailureType type) {
        FailedTries now = before(context).and(type);
        try {
            context.heartbeat(now);
        } catch (ActivityCompletionException ending) {
            // The worker leaves or the activity was canceled: what counts is decided there.
            return now.of(type);
        }
        return now.of(type);
    }

    /** Ends a step that has lost its worker again and again; one that waits for a worker has no try, and goes on. */
    public static void endWhenLost(ActivityExecutionContext context) {
        var lost = context.getInfo().getAttempt() - 1 - before(context).all();
        if (lost >= MOST_LOST) {
            throw Failures.of(FailureType.WORKER_LOST, """
                    The worker was lost %d times while it ran this step, each time before it could end; see whether its \
                    machine lacks memory or its service is restarted all the time, mend that, then retry the step.""".formatted(lost));
        }
    }

    private static FailedTries before(ActivityExecutionContext context) {
        return context.getLastHeartbeatDetails(FailedTries.class).orElse(NONE);
    }

    private FailedTries and(FailureType type) {
        var more = new EnumMap<FailureType, Integer>(FailureType.class);
        more.putAll(counts);
        more.merge(type, 1, Integer::sum);
        return new FailedTries(more);
    }

    private int all() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private int of(FailureType type) {
        return counts.getOrDefault(type, 0);
    }
}
