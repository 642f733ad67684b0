package dev.slipway.installation.kubernetes;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.concurrent.locks.LockSupport;

/** Gives pods of a mock cluster the states a kubelet would. */
final class FakeKubelet implements AutoCloseable {
    private final KubernetesClient client;
    private final String clientPhase;
    private final Thread thread;

    private FakeKubelet(KubernetesClient client, String clientPhase) {
        this.client = client;
        this.clientPhase = clientPhase;
        this.thread = Thread.ofVirtual().start(this::work);
    }

    /** Starts one under which client pods end in the given phase. */
    static FakeKubelet start(KubernetesClient client, String clientPhase) {
        return new FakeKubelet(client, clientPhase);
    }

    static void node(KubernetesClient client, String name, String ready, String message) {
        client.resource(new NodeBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .withNewStatus()
                        .addNewCondition()
                        .withType("Ready")
                        .withStatus(ready)
                        .withMessage(message)
                        .endCondition()
                        .endStatus()
                        .build())
                .create();
    }

    static void systemPod(KubernetesClient client, String namespace, String name, String ready) {
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .endMetadata()
                        .build())
                .createOr(existing -> existing.update());
        client.resource(status(
                        new PodBuilder()
                                .withNewMetadata()
                                .withName(name)
                                .withNamespace(namespace)
                                .endMetadata()
                                .withNewSpec()
                                .withNodeName("w-1")
                                .endSpec()
                                .build(),
                        "Running",
                        ready))
                .create();
    }

    private void work() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                client.pods().inAnyNamespace().list().getItems().stream()
                        .filter(pod ->
                                pod.getStatus() == null || pod.getStatus().getPhase() == null)
                        .forEach(this::run);
            } catch (KubernetesClientException changedMeanwhile) {
                continue;
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    private void run(Pod pod) {
        String phase = pod.getMetadata().getName().startsWith("client-") ? clientPhase : "Running";
        client.resource(status(pod, phase, "True")).update();
    }

    private static Pod status(Pod pod, String phase, String ready) {
        return new PodBuilder(pod)
                .withNewStatus()
                .withPhase(phase)
                .addNewCondition()
                .withType("Ready")
                .withStatus(ready)
                .withMessage("containers with unready status")
                .endCondition()
                .addNewContainerStatus()
                .withName("main")
                .withNewState()
                .withNewTerminated()
                .withMessage("Service server-w-1 does not answer")
                .endTerminated()
                .endState()
                .endContainerStatus()
                .endStatus()
                .build();
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
