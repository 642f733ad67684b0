package dev.slipway.installation.ansible;

import dev.slipway.contracts.wire.TaskQueues;
import dev.slipway.installation.diagnosis.HostCondition;
import dev.slipway.installation.diagnosis.HostDiagnosis;
import dev.slipway.installation.phase.PhaseActivities;
import dev.slipway.installation.phase.PhaseRequest;
import dev.slipway.toolkit.log.LoggedStep;
import dev.slipway.toolkit.log.OperationLog;
import dev.slipway.toolkit.planservice.NodeAccess;
import dev.slipway.toolkit.planservice.PlanServiceClient;
import dev.slipway.toolkit.temporal.FailedTries;
import dev.slipway.toolkit.temporal.HeartbeatingRun;
import dev.slipway.toolkit.temporal.Progress;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import io.temporal.spring.boot.ActivityImpl;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Runs each phase as the playbook of the same name. */
@Component
@ActivityImpl(taskQueues = TaskQueues.INSTALLATION)
final class AnsiblePhases implements PhaseActivities {
    private final PlanServiceClient planService;
    private final PlaybookSessions sessions;
    private final HeartbeatingRun heartbeats;
    private final HostDiagnosis diagnosis;
    private final AnsibleProperties properties;
    private final Clock clock;
    private final LoggedStep logged;

    AnsiblePhases(
            PlanServiceClient planService,
            PlaybookSessions sessions,
            HeartbeatingRun heartbeats,
            HostDiagnosis diagnosis,
            AnsibleProperties properties,
            Clock clock) {
        this.planService = planService;
        this.sessions = sessions;
        this.heartbeats = heartbeats;
        this.diagnosis = diagnosis;
        this.properties = properties;
        this.clock = clock;
        this.logged = new LoggedStep(planService::appendLog, clock);
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
        var progress = new Progress(properties.silence(), clock, request.step());
        var run = new AnsibleRun(request, log, progress, host -> look(request, host));
        FailedTries.confirm(context);
        PlaybookSession session = sessions.take(request, log);
        try {
            // Whoever was canceled, or given up, while the session was made ready must not begin.
            FailedTries.confirm(context);
            FailedTries.beat(context);
            heartbeats.await(context, session.begin(run), progress);
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

    private HostCondition look(PhaseRequest request, String host) {
        String cluster = request.installation().operation().clusterId();
        NodeAccess access = Inventory.byName(planService.access(cluster)).get(host);
        return access == null ? HostCondition.UNKNOWN : diagnosis.of(access);
    }
}
