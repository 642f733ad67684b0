package dev.slipway.installation.kubernetes;

import dev.slipway.contracts.cluster.NodeRole;
import dev.slipway.contracts.installation.NodeTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A client pod on one node that reaches server pods on others through their Services.
 *
 * @param targets nodes whose server must answer
 */
record Probe(String node, List<String> targets) {
    /**
     * Plans the fewest probes by which every worker is reached across nodes, and reaches another one: the first control
     * plane node asks all workers, and each worker asks the next.
     */
    static List<Probe> plan(List<NodeTarget> nodes) {
        List<String> workers = names(nodes, NodeRole.WORKER);
        var probes = new ArrayList<Probe>();
        probes.add(new Probe(names(nodes, NodeRole.CONTROL_PLANE).getFirst(), workers));
        if (workers.size() > 1) {
            IntStream.range(0, workers.size())
                    .mapToObj(i -> new Probe(workers.get(i), List.of(workers.get((i + 1) % workers.size()))))
                    .forEach(probes::add);
        }
        return List.copyOf(probes);
    }

    static List<String> names(List<NodeTarget> nodes, NodeRole role) {
        return nodes.stream()
                .filter(node -> node.role() == role)
                .map(NodeTarget::name)
                .toList();
    }
}
