package dev.slipway.installation.kubernetes;

import dev.slipway.contracts.installation.InstallationRequest;
import dev.slipway.contracts.installation.NodeTarget;
import dev.slipway.toolkit.log.OperationLog;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Optional;

/** The checks of one cluster, in their order. */
final class ClusterChecks {
    private final KubernetesClient client;
    private final InstallationRequest request;
    private final Waiting waiting;
    private final OperationLog log;

    ClusterChecks(KubernetesClient client, InstallationRequest request, Waiting waiting, OperationLog log) {
        this.client = client;
        this.request = request;
        this.waiting = waiting;
        this.log = log;
    }

    void run(ProbeRun probes) {
        List<String> nodes = request.nodes().stream().map(NodeTarget::name).toList();
        waiting.until("all nodes are Ready", () -> new NodeReadiness(client, nodes).problem());
        log.line("All %d nodes are Ready".formatted(nodes.size()));
        usedByPods(probes);
        waiting.until("the metrics API answers", this::metrics);
        log.line("The metrics API answers");
        waiting.until("nothing of the verification is left", probes::leftover);
    }

    /** System pods are waited for while the probes start; the namespace goes while metrics are waited for. */
    private void usedByPods(ProbeRun probes) {
        clean(probes);
        try {
            probes.start();
            waiting.until("all system pods are ready", () -> new SystemPods(client).problem());
            log.line("All system pods are ready");
            waiting.until("pods reach each other through Services by name", probes::problem);
            log.line("Pods reach every worker across nodes, through Services, by name");
        } catch (RuntimeException problem) {
            removeAfter(problem, probes);
            throw problem;
        }
        probes.remove();
    }

    /** Whatever happened, or a cancel, is what counts: an API that does not answer must not hide it. */
    private static void removeAfter(RuntimeException problem, ProbeRun probes) {
        try {
            probes.remove();
        } catch (RuntimeException notRemoved) {
            problem.addSuppressed(notRemoved);
        }
    }

    /** An attempt that died may have left its namespace. */
    private void clean(ProbeRun probes) {
        if (probes.leftover().isPresent()) {
            probes.remove();
            waiting.until("the namespace of an earlier attempt is gone", probes::leftover);
        }
    }

    private Optional<String> metrics() {
        client.top().nodes().metrics();
        return Optional.empty();
    }
}
