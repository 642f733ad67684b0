package dev.slipway.plan.cluster.admission;

import dev.slipway.plan.cluster.Cluster;
import dev.slipway.plan.cluster.ClusterSources;
import dev.slipway.plan.cluster.Clusters;
import dev.slipway.plan.cluster.rule.InvalidCluster;
import dev.slipway.plan.cluster.spec.HostAssignment;
import dev.slipway.plan.cluster.supply.HostOffer;
import dev.slipway.plan.cluster.supply.Inventory;
import dev.slipway.toolkit.web.Violation;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps what a cluster is made from as the rules found it until the cluster is written down. Wants a transaction:
 * nobody deletes, renames or claims it meanwhile.
 */
@Component
class InventoryLock {
    private final Inventory inventory;
    private final Clusters clusters;

    InventoryLock(Inventory inventory, Clusters clusters) {
        this.inventory = inventory;
        this.clusters = clusters;
    }

    /** Locks it, or fails with all that is no longer there. */
    Mono<Void> hold(Cluster cluster) {
        var names = names(cluster);
        return inventory
                .lockSources(ids(cluster.sources()))
                .collectList()
                .zipWhen(sources -> free(names).collectList())
                .map(held -> Stream.concat(gone(cluster.sources(), held.getT1()), gone(names, held.getT2()))
                        .toList())
                .filter(violations -> !violations.isEmpty())
                .flatMap(violations -> Mono.error(new InvalidCluster(violations)));
    }

    private Flux<String> free(List<String> names) {
        return inventory
                .lockHosts(names)
                .collectList()
                .flatMapIterable(locked -> locked)
                .filterWhen(this::free)
                .map(HostOffer::name);
    }

    private Mono<Boolean> free(HostOffer host) {
        return Mono.justOrEmpty(host.cluster())
                .switchIfEmpty(clusters.claiming(host.address()))
                .hasElement()
                .map(claimed -> !claimed);
    }

    private static List<String> names(Cluster cluster) {
        var hosts = cluster.spec().hosts();
        return hosts == null
                ? List.of()
                : hosts.stream().map(HostAssignment::host).toList();
    }

    private static List<UUID> ids(ClusterSources sources) {
        return Stream.of(sources.offlinePackage(), sources.deployPlan())
                .filter(Objects::nonNull)
                .toList();
    }

    private static Stream<Violation> gone(ClusterSources sources, Collection<UUID> held) {
        return ids(sources).stream()
                .filter(id -> !held.contains(id))
                .map(id -> id.equals(sources.deployPlan())
                        ? new Violation("deployPlan", "was deleted meanwhile; name another deploy plan")
                        : new Violation(
                                "packageVersion", "the offline package was deleted meanwhile; register it again"));
    }

    private static Stream<Violation> gone(List<String> names, Collection<String> held) {
        return IntStream.range(0, names.size())
                .filter(index -> !held.contains(names.get(index)))
                .mapToObj(index -> new Violation(
                        "hosts[%d].host".formatted(index),
                        "%s was deleted, renamed or given to another cluster meanwhile; list the hosts and choose again"
                                .formatted(names.get(index))));
    }
}
