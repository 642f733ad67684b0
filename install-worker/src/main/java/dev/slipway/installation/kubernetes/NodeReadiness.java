package dev.slipway.installation.kubernetes;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeCondition;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells which nodes are missing or not Ready, and why. */
final class NodeReadiness {
    private final KubernetesClient client;
    private final Collection<String> expected;

    NodeReadiness(KubernetesClient client, Collection<String> expected) {
        this.client = client;
        this.expected = List.copyOf(expected);
    }

    Optional<String> problem() {
        Map<String, Node> nodes = client.nodes().list().getItems().stream()
                .collect(Collectors.toMap(node -> node.getMetadata().getName(), Function.identity()));
        String problems =
                expected.stream().flatMap(name -> problem(name, nodes).stream()).collect(Collectors.joining("; "));
        return Optional.of(problems).filter(text -> !text.isEmpty());
    }

    private static Optional<String> problem(String name, Map<String, Node> nodes) {
        Node node = nodes.get(name);
        if (node == null) {
            return Optional.of("node %s has not joined".formatted(name));
        }
        Optional<NodeCondition> ready = node.getStatus().getConditions().stream()
                .filter(condition -> condition.getType().equals("Ready"))
                .findFirst();
        if (ready.filter(condition -> condition.getStatus().equals("True")).isPresent()) {
            return Optional.empty();
        }
        return Optional.of("node %s is not Ready (%s)"
                .formatted(name, ready.map(NodeCondition::getMessage).orElse("it has not reported yet")));
    }
}
