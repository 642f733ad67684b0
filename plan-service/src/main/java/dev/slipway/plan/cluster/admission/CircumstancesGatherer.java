package dev.slipway.plan.cluster.admission;

import dev.slipway.plan.cluster.Clusters;
import dev.slipway.plan.cluster.rule.Circumstances;
import dev.slipway.plan.cluster.rule.HostFacts;
import dev.slipway.plan.cluster.spec.ClusterDraft;
import dev.slipway.plan.cluster.supply.HostOffer;
import dev.slipway.plan.cluster.supply.Inventory;
import dev.slipway.plan.ipv4.AddressBook;
import dev.slipway.plan.ipv4.AddressUse;
import dev.slipway.plan.ipv4.NetworkUse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gathers the facts that the rules judge a draft by. */
@Component
public class CircumstancesGatherer {
    private final Inventory inventory;
    private final Clusters clusters;
    private final AddressBook book;

    CircumstancesGatherer(Inventory inventory, Clusters clusters, AddressBook book) {
        this.inventory = inventory;
        this.clusters = clusters;
        this.book = book;
    }

    /** Gathers them for one draft. */
    public Mono<Circumstances> gather(ClusterDraft draft) {
        return Mono.zip(book.uses(), book.networks()).flatMap(used -> gather(draft, used.getT1(), used.getT2()));
    }

    private Mono<Circumstances> gather(ClusterDraft draft, List<AddressUse> uses, List<NetworkUse> networks) {
        return Mono.zip(
                        optional(draft.name(), clusters::taken),
                        optional(draft.packageVersion(), inventory::offlinePackage),
                        optional(draft.deployPlan(), inventory::deployPlan),
                        hosts(draft, Facts.own(uses)),
                        inventory.subnets().collectList(),
                        inventory.packageVersions().collectList())
                .map(facts -> new Circumstances(
                        facts.getT1().orElse(false),
                        facts.getT2().map(Facts::of).orElse(null),
                        facts.getT3().map(Facts::of).orElse(null),
                        facts.getT4(),
                        Facts.platform(uses, networks, facts.getT5()),
                        facts.getT6()));
    }

    private Mono<Map<String, HostFacts>> hosts(ClusterDraft draft, Set<String> own) {
        return inventory.hosts(names(draft)).concatMap(host -> facts(host, own)).collectMap(HostFacts::name);
    }

    private static List<String> names(ClusterDraft draft) {
        return draft.assignments().stream()
                .map(host -> host == null ? null : host.host())
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
    }

    private Mono<HostFacts> facts(HostOffer host, Set<String> own) {
        return Mono.justOrEmpty(host.cluster())
                .switchIfEmpty(clusters.claiming(host.address()))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .map(cluster ->
                        new HostFacts(host.name(), host.address(), cluster.orElse(null), own.contains(host.address())));
    }

    private static <K, T> Mono<Optional<T>> optional(@Nullable K key, Function<K, Mono<T>> find) {
        return key == null
                ? Mono.just(Optional.empty())
                : find.apply(key).map(Optional::of).defaultIfEmpty(Optional.empty());
    }
}
