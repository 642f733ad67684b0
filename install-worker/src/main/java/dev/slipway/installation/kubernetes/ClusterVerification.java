package dev.slipway.installation.kubernetes;

import dev.slipway.contracts.installation.InstallationRequest;
import dev.slipway.contracts.operation.Step;
import dev.slipway.contracts.wire.TaskQueues;
import dev.slipway.installation.offline.PackageIndexes;
import dev.slipway.installation.phase.VerificationActivities;
import dev.slipway.toolkit.log.LoggedStep;
import dev.slipway.toolkit.log.OperationLog;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.spring.boot.ActivityImpl;
import org.springframework.stereotype.Component;

/** Uses the new cluster as its administrator and as a workload; then its kubeconfig goes to plan-service. */
@Component
@ActivityImpl(taskQueues = TaskQueues.INSTALLATION)
final class ClusterVerification implements VerificationActivities {
    private static final int SHORT_ID = 8;

    private final AdminAccess access;
    private final Connections connections;
    private final PackageIndexes packages;
    private final Patience patience;
    private final LoggedStep logged;

    ClusterVerification(
            AdminAccess access,
            Connections connections,
            PackageIndexes packages,
            Patience patience,
            LoggedStep logged) {
        this.access = access;
        this.connections = connections;
        this.packages = packages;
        this.patience = patience;
        this.logged = logged;
    }

    @Override
    public void verify(InstallationRequest request) {
        ActivityExecutionContext context = Activity.getExecutionContext();
        String operation = request.operation().operationId();
        logged.run(operation, Step.VERIFICATION, log -> {
            verify(request, context, log);
            return true;
        });
    }

    private void verify(InstallationRequest request, ActivityExecutionContext context, OperationLog log) {
        Kubeconfig kubeconfig = access.kubeconfig(context, request);
        try (KubernetesClient client = connections.open(kubeconfig)) {
            new ClusterChecks(client, request, patience.in(context), log).run(probes(client, request));
            access.handOver(kubeconfig, request);
        } catch (KubernetesClientException problem) {
            throw ApiTrouble.named(problem);
        }
    }

    private ProbeRun probes(KubernetesClient client, InstallationRequest request) {
        String operation = request.operation().operationId();
        String namespace = "slipway-verification-" + operation.substring(0, Math.min(SHORT_ID, operation.length()));
        String image = packages.of(request).image("verification");
        return new ProbeRun(client, namespace, image, request.nodes(), patience.seconds());
    }
}
