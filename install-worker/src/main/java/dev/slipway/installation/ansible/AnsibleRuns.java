package dev.slipway.installation.ansible;

import dev.slipway.installation.diagnosis.HostCondition;
import dev.slipway.installation.diagnosis.HostDiagnosis;
import dev.slipway.installation.phase.PhaseRequest;
import dev.slipway.toolkit.log.OperationLog;
import dev.slipway.toolkit.planservice.NodeAccess;
import dev.slipway.toolkit.planservice.PlanServiceClient;
import dev.slipway.toolkit.temporal.Progress;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Prepares the run of a phase: how long its playbook may be silent, and who looks at a host that it fails on. */
@Component
final class AnsibleRuns {
    private final PlanServiceClient planService;
    private final HostDiagnosis diagnosis;
    private final AnsibleProperties properties;
    private final Clock clock;

    AnsibleRuns(PlanServiceClient planService, HostDiagnosis diagnosis, AnsibleProperties properties, Clock clock) {
        this.planService = planService;
        this.diagnosis = diagnosis;
        this.properties = properties;
        this.clock = clock;
    }

    /** Returns the run of a phase, which its session is to begin. */
    AnsibleRun of(PhaseRequest request, OperationLog log) {
        var progress = new Progress(properties.silence(), clock, request.step());
        return new AnsibleRun(request, log, progress, host -> look(request, host));
    }

    private HostCondition look(PhaseRequest request, String host) {
        String cluster = request.installation().operation().clusterId();
        NodeAccess access = Inventory.byName(planService.access(cluster)).get(host);
        return access == null ? HostCondition.UNKNOWN : diagnosis.of(access);
    }
}
