package dev.slipway.installation.kubernetes;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.readiness.Readiness;
import java.util.List;
import java.util.Optional;

/** Tells which pods of the cluster itself are not ready, and why. */
final class SystemPods {
    private static final List<String> NAMESPACES = List.of("kube-system", "kube-flannel");

    private final KubernetesClient client;

    SystemPods(KubernetesClient client) {
        this.client = client;
    }

    Optional<String> problem() {
        return NAMESPACES.stream()
                .flatMap(namespace -> problem(namespace).stream())
                .findFirst();
    }

    private Optional<String> problem(String namespace) {
        List<Pod> pods = client.pods().inNamespace(namespace).list().getItems();
        if (pods.isEmpty()) {
            return Optional.of("there is no pod in namespace " + namespace);
        }
        return pods.stream()
                .filter(pod -> !PodTrouble.phase(pod).equals("Succeeded"))
                .filter(pod -> !Readiness.isPodReady(pod))
                .findFirst()
                .map(pod -> PodTrouble.of(client, pod));
    }
}
