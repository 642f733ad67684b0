package dev.slipway.installation.kubernetes;

import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Says why a pod is not what it should be: its containers, its conditions, or else its last warning. */
final class PodTrouble {
    private PodTrouble() {}

    static String of(KubernetesClient client, Pod pod) {
        String name = pod.getMetadata().getNamespace() + "/" + pod.getMetadata().getName();
        String node =
                pod.getSpec().getNodeName() == null ? "no node" : pod.getSpec().getNodeName();
        String why =
                waiting(pod).or(() -> unmet(pod)).or(() -> warning(client, pod)).orElse("it says nothing");
        return "pod %s on %s is %s (%s)".formatted(name, node, phase(pod), why);
    }

    static String phase(Pod pod) {
        return pod.getStatus() == null || pod.getStatus().getPhase() == null
                ? "Pending"
                : pod.getStatus().getPhase();
    }

    private static Optional<String> waiting(Pod pod) {
        return containers(pod)
                .map(container -> container.getState() == null
                        ? null
                        : container.getState().getWaiting())
                .filter(Objects::nonNull)
                .filter(state -> state.getMessage() != null)
                .map(PodTrouble::words)
                .findFirst();
    }

    private static Stream<ContainerStatus> containers(Pod pod) {
        return pod.getStatus() == null
                ? Stream.empty()
                : Stream.concat(
                        pod.getStatus().getInitContainerStatuses().stream(),
                        pod.getStatus().getContainerStatuses().stream());
    }

    private static String words(ContainerStateWaiting state) {
        return state.getReason() + ": " + state.getMessage();
    }

    private static Optional<String> unmet(Pod pod) {
        return pod.getStatus() == null
                ? Optional.empty()
                : pod.getStatus().getConditions().stream()
                        .filter(condition -> condition.getStatus().equals("False"))
                        .filter(condition -> condition.getMessage() != null)
                        .map(condition -> condition.getType() + ": " + condition.getMessage())
                        .findFirst();
    }

    private static Optional<String> warning(KubernetesClient client, Pod pod) {
        return client
                .v1()
                .events()
                .inNamespace(pod.getMetadata().getNamespace())
                .withInvolvedObject(new ObjectReferenceBuilder()
                        .withName(pod.getMetadata().getName())
                        .build())
                .list()
                .getItems()
                .stream()
                .filter(event -> "Warning".equals(event.getType()))
                .map(event -> event.getReason() + ": " + event.getMessage())
                .reduce((earlier, later) -> later);
    }
}
