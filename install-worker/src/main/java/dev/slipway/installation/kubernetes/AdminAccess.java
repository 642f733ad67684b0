package dev.slipway.installation.kubernetes;

import dev.slipway.contracts.cluster.NodeRole;
import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.installation.InstallationRequest;
import dev.slipway.contracts.installation.NodeTarget;
import dev.slipway.contracts.operation.Step;
import dev.slipway.installation.ssh.SshHost;
import dev.slipway.installation.ssh.SshHosts;
import dev.slipway.installation.ssh.SshProblem;
import dev.slipway.toolkit.planservice.NodeAccess;
import dev.slipway.toolkit.planservice.PlanServiceClient;
import dev.slipway.toolkit.temporal.Failures;
import dev.slipway.toolkit.temporal.HeartbeatingRun;
import io.temporal.activity.ActivityExecutionContext;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gets the administrator's kubeconfig from the first control plane node, and hands it on. */
@Component
final class AdminAccess {
    private static final String ADMIN_CONF = "/etc/kubernetes/admin.conf";

    private final PlanServiceClient planService;
    private final SshHosts hosts;
    private final HeartbeatingRun heartbeats;

    AdminAccess(PlanServiceClient planService, SshHosts hosts, HeartbeatingRun heartbeats) {
        this.planService = planService;
        this.hosts = hosts;
        this.heartbeats = heartbeats;
    }

    /** Heartbeats while a host is waited for: a try that the server takes for dead is never counted. */
    Kubeconfig kubeconfig(ActivityExecutionContext context, InstallationRequest request) {
        return heartbeats.whileBeating(context, () -> kubeconfig(request));
    }

    /** Hands the kubeconfig of a cluster that has proved itself to plan-service. */
    void handOver(Kubeconfig kubeconfig, InstallationRequest request) {
        planService.storeKubeconfig(request.operation().clusterId(), kubeconfig.yaml());
    }

    private Kubeconfig kubeconfig(InstallationRequest request) {
        List<NodeTarget> controlPlane = controlPlane(request);
        NodeTarget first = controlPlane.getFirst();
        NodeAccess access = planService.access(request.operation().clusterId()).nodes().stream()
                .filter(node -> node.name().equals(first.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("plan-service knows no access to " + first.name()));
        try (SshHost host = hosts.connect(access)) {
            return Kubeconfig.of(host.readAsRoot(ADMIN_CONF), controlPlane, request.apiPort());
        } catch (SshProblem problem) {
            throw Failures.of(
                    type(problem),
                    "The kubeconfig could not be read from %s (%s): see whether the host runs and its credential is right, then retry the step %s."
                            .formatted(first.name(), problem.getMessage(), Step.VERIFICATION.title()),
                    first.name(),
                    problem);
        }
    }

    private static List<NodeTarget> controlPlane(InstallationRequest request) {
        return request.nodes().stream()
                .filter(node -> node.role() == NodeRole.CONTROL_PLANE)
                .toList();
    }

    private static FailureType type(SshProblem problem) {
        return switch (problem.reason()) {
            case UNREACHABLE -> FailureType.HOST_UNREACHABLE;
            case LOGIN_REFUSED -> FailureType.CREDENTIALS_REJECTED;
            case HOST_KEY_CHANGED -> FailureType.HOST_KEY_CHANGED;
            case COMMAND_FAILED -> FailureType.NOT_READY;
        };
    }
}
