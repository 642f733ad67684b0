package dev.slipway.installation.ansible;

import dev.slipway.contracts.wire.TaskQueues;
import dev.slipway.installation.phase.PhaseActivities;
import dev.slipway.installation.phase.PhaseRequest;
import dev.slipway.toolkit.log.LoggedStep;
import dev.slipway.toolkit.log.OperationLog;
import dev.slipway.toolkit.temporal.FailedTries;
import dev.slipway.toolkit.temporal.HeartbeatingRun;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import io.temporal.spring.boot.ActivityImpl;
import org.springframework.stereotype.Component;

/** Runs each phase as the playbook of the same name. */
@Component
@ActivityImpl(taskQueues = TaskQueues.INSTALLATION)
final class AnsiblePhases implements PhaseActivities {
    private final PlaybookSessions sessions;
    private final HeartbeatingRun heartbeats;
    private final AnsibleRuns runs;
    private final LoggedStep logged;

    AnsiblePhases(PlaybookSessions sessions, HeartbeatingRun heartbeats, AnsibleRuns runs, LoggedStep logged) {
        this.sessions = sessions;
        this.heartbeats = heartbeats;
        this.runs = runs;
        this.logged = logged;
    }

    @Override
    public void runPhase(PhaseRequest request) {
        ActivityExecutionContext context = Activity.getExecutionContext();
        String operation = request.installation().operation().operationId();
        logged.run(operation, request.step(), log -> {
            run(request, context, log);
            return true;
        });
    }

    private void run(PhaseRequest request, ActivityExecutionContext context, OperationLog log) {
        AnsibleRun run = runs.of(request, log);
        FailedTries.confirm(context);
        PlaybookSession session = sessions.take(request, log);
        try {
            // Whoever was canceled, or given up, while the session was made ready must not begin.
            FailedTries.confirm(context);
            FailedTries.beat(context);
            heartbeats.await(context, session.begin(run), run.progress());
            sessions.keep(session);
        } catch (ActivityCompletionException stopped) {
            close(session, request);
            throw stopped;
        } catch (RuntimeException problem) {
            close(session, request);
            // Hosts and plan-service are asked about it, and may be silent.
            throw heartbeats.whileBeating(context, () -> run.explain(problem));
        }
    }

    /** What waits for its next phase may wait for long now, and holds keys. */
    private void close(PlaybookSession session, PhaseRequest request) {
        session.close();
        sessions.closeAll(request.installation().operation().clusterId());
    }
}
