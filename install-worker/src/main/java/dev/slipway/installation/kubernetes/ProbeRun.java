package dev.slipway.installation.kubernetes;

import dev.slipway.contracts.cluster.NodeRole;
import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.installation.NodeTarget;
import dev.slipway.contracts.operation.Step;
import dev.slipway.toolkit.temporal.Failures;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Uses the network and the DNS of a cluster from its own pods, in a namespace that goes when it is done. */
final class ProbeRun {
    private final KubernetesClient client;
    private final String namespace;
    private final ProbeObjects objects;
    private final List<NodeTarget> nodes;
    private final long limitSeconds;

    ProbeRun(KubernetesClient client, String namespace, String image, List<NodeTarget> nodes, long limitSeconds) {
        this.client = client;
        this.namespace = namespace;
        this.objects = new ProbeObjects(namespace, image);
        this.nodes = nodes;
        this.limitSeconds = limitSeconds;
    }

    void start() {
        client.resource(objects.namespace()).create();
        client.resource(objects.account()).create();
        for (String worker : Probe.names(nodes, NodeRole.WORKER)) {
            client.resource(objects.service(worker)).create();
            client.resource(objects.server(worker)).create();
        }
        for (Probe probe : Probe.plan(nodes)) {
            client.resource(objects.client(probe, limitSeconds)).create();
        }
    }

    /** Tells which client has not got its answers yet; fails when one has given up. */
    Optional<String> problem() {
        List<Pod> pods = client.pods().inNamespace(namespace).list().getItems();
        return pods.stream()
                .filter(ProbeRun::isClient)
                .flatMap(pod -> problem(pod, pods).stream())
                .findFirst();
    }

    private static boolean isClient(Pod pod) {
        return pod.getMetadata().getName().startsWith("client-");
    }

    private Optional<String> problem(Pod pod, List<Pod> pods) {
        return switch (PodTrouble.phase(pod)) {
            case "Succeeded" -> Optional.empty();
            case "Failed" -> throw gaveUp(pod);
            case "Running" -> Optional.of(slowest(pod, pods));
            default -> Optional.of(PodTrouble.of(client, pod));
        };
    }

    /** A client that runs waits for a server; one that does not run yet is the reason. */
    private String slowest(Pod waiting, List<Pod> pods) {
        return pods.stream()
                .filter(pod -> !isClient(pod) && !PodTrouble.phase(pod).equals("Running"))
                .findFirst()
                .map(pod -> PodTrouble.of(client, pod))
                .orElseGet(() -> "the client on node %s waits for an answer"
                        .formatted(waiting.getSpec().getNodeName()));
    }

    private static RuntimeException gaveUp(Pod pod) {
        String node = pod.getSpec().getNodeName();
        String why = pod.getStatus().getContainerStatuses().stream()
                .map(container -> container.getState())
                .filter(Objects::nonNull)
                .map(ContainerState::getTerminated)
                .filter(state -> state != null && state.getMessage() != null)
                .map(state -> state.getMessage().strip())
                .findFirst()
                .orElse("its pod failed without a message");
        return Failures.of(
                FailureType.NOT_READY,
                "Seen from a pod on node %s: %s; see the network and DNS pods, then retry the step %s."
                        .formatted(node, why, Step.VERIFICATION.title()),
                node,
                null);
    }

    /** Asks for the end of everything; pods need no time to end. */
    void remove() {
        client.pods().inNamespace(namespace).withGracePeriod(0).delete();
        client.namespaces().withName(namespace).delete();
    }

    Optional<String> leftover() {
        return client.namespaces().withName(namespace).get() == null
                ? Optional.empty()
                : Optional.of("namespace %s is still there".formatted(namespace));
    }
}
