package dev.slipway.plan.cluster.admission;

import dev.slipway.plan.cluster.rule.PackageFacts;
import dev.slipway.plan.cluster.rule.PlanFacts;
import dev.slipway.plan.cluster.rule.UsedNetwork;
import dev.slipway.plan.cluster.supply.PackageOffer;
import dev.slipway.plan.cluster.supply.PlanOffer;
import dev.slipway.plan.cluster.supply.RegionSubnet;
import dev.slipway.plan.cluster.supply.ZoneOffer;
import dev.slipway.plan.ipv4.AddressRange;
import dev.slipway.plan.ipv4.AddressUse;
import dev.slipway.plan.ipv4.NetworkUse;
import dev.slipway.plan.ipv4.Subnet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns offers of the inventory into facts for the rules. */
final class Facts {
    private Facts() {}

    static PackageFacts of(PackageOffer offer) {
        return new PackageFacts(offer.id(), offer.online(), offer.state(), offer.message());
    }

    static PlanFacts of(PlanOffer offer) {
        return new PlanFacts(
                offer.id(),
                offer.model(),
                offer.zones().stream().mapToLong(ZoneOffer::free).sum(),
                offer.zones().stream().map(ZoneOffer::name).toList(),
                offer.zones().stream().flatMap(Facts::range).toList());
    }

    /** Returns what means the platform's own machine. */
    static Set<String> own(List<AddressUse> uses) {
        var addresses = uses.stream()
                .filter(use -> use.kind() == AddressUse.Kind.PLATFORM)
                .map(use -> use.address().toString());
        return Stream.concat(addresses, Stream.of("localhost", "0.0.0.0")).collect(Collectors.toSet());
    }

    /** Returns what the platform itself and the regions use. */
    static List<UsedNetwork> platform(List<AddressUse> uses, List<NetworkUse> networks, List<RegionSubnet> subnets) {
        var addresses = uses.stream()
                .filter(AddressUse::isFixed)
                .filter(use -> networks.stream().noneMatch(used -> covers(used, use)))
                .map(use -> new UsedNetwork(
                        "%s (%s)".formatted(use.user(), use.address()), new Subnet(use.address(), 32).addresses()));
        return Stream.of(
                        addresses,
                        networks.stream().map(Facts::network),
                        subnets.stream().flatMap(Facts::subnet))
                .flatMap(found -> found)
                .toList();
    }

    /** Of a machine's address and the network that it is in, the network says it all. */
    private static boolean covers(NetworkUse network, AddressUse use) {
        return network.user().equals(use.user()) && network.network().contains(use.address());
    }

    private static UsedNetwork network(NetworkUse use) {
        return new UsedNetwork(
                "the network %s of %s".formatted(use.network(), use.user()),
                use.network().addresses());
    }

    private static Stream<UsedNetwork> subnet(RegionSubnet region) {
        return Subnet.parse(region.subnet()).stream()
                .map(subnet -> new UsedNetwork(
                        "the subnet %s of the region %s".formatted(subnet, region.region()), subnet.addresses()));
    }

    private static Stream<UsedNetwork> range(ZoneOffer zone) {
        return UsedNetwork.of(
                "the addresses %s to %s of the zone %s".formatted(zone.first(), zone.last(), zone.name()),
                new AddressRange(zone.first(), zone.last()));
    }
}
