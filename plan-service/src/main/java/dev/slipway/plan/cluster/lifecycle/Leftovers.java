package dev.slipway.plan.cluster.lifecycle;

import dev.slipway.contracts.operation.Step;
import dev.slipway.plan.cluster.ClusterNodes;
import dev.slipway.plan.operation.HostChanges;
import dev.slipway.plan.operation.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says what a canceled operation left, so that nobody has to guess whether a delete is needed. */
@Component
class Leftovers {
    private final ClusterNodes nodes;
    private final Operations operations;

    Leftovers(ClusterNodes nodes, Operations operations) {
        this.nodes = nodes;
        this.operations = operations;
    }

    Mono<String> of(UUID cluster) {
        return Mono.zip(
                        nodes.of(cluster).count(),
                        operations.begun(cluster, Set.of(Step.CREATE_HOSTS)),
                        operations.begun(cluster, HostChanges.FIRST))
                .map(found -> parts(found.getT1(), found.getT2(), found.getT3()))
                .map(Leftovers::sentence);
    }

    private static List<String> parts(long reserved, boolean made, boolean changed) {
        var parts = new ArrayList<String>();
        if (reserved > 0) {
            parts.add("%d reserved hosts and their addresses".formatted(reserved));
        }
        if (made) {
            parts.add("whatever Terraform has made of them");
        }
        if (changed) {
            parts.add("what the installation has changed on them");
        }
        return parts;
    }

    private static String sentence(List<String> parts) {
        return parts.isEmpty()
                ? "Nothing was reserved; delete the cluster to forget it."
                : "Left until the cluster is deleted: %s.".formatted(String.join(", ", parts));
    }
}
