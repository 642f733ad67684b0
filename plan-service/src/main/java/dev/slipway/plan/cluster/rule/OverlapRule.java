package dev.slipway.plan.cluster.rule;

import dev.slipway.plan.cluster.spec.ClusterDraft;
import dev.slipway.plan.cluster.spec.DeployMode;
import dev.slipway.plan.ipv4.AddressRange;
import dev.slipway.plan.ipv4.Subnet;
import dev.slipway.toolkit.web.Violation;
import java.util.Optional;
import java.util.stream.Stream;

/** Pod and service networks overlap neither each other, nor the hosts, nor the platform. */
final class OverlapRule implements Rule {
    @Override
    public Stream<Violation> check(ClusterDraft draft, Circumstances facts) {
        var pods = Subnet.parse(draft.networks().podNetwork());
        var services = Subnet.parse(draft.networks().serviceNetwork());
        return Stream.of(
                        eachOther(pods, services),
                        used("network.podNetwork", pods, draft, facts),
                        used("network.serviceNetwork", services, draft, facts))
                .flatMap(found -> found);
    }

    private static Stream<Violation> eachOther(Optional<Subnet> pods, Optional<Subnet> services) {
        return pods.stream()
                .flatMap(one -> services.filter(one::overlaps).stream())
                .map(overlapping -> new Violation(
                        "network.serviceNetwork",
                        "%s overlaps the pod network %s".formatted(overlapping, pods.orElseThrow())));
    }

    private static Stream<Violation> used(
            String field, Optional<Subnet> network, ClusterDraft draft, Circumstances facts) {
        return network.stream().flatMap(wanted -> used(field, wanted, draft, facts));
    }

    private static Stream<Violation> used(String field, Subnet network, ClusterDraft draft, Circumstances facts) {
        return Stream.concat(facts.platform().stream(), hosts(draft, facts))
                .filter(used -> used.addresses().overlaps(network.addresses()))
                .map(used -> new Violation(field, "%s overlaps %s".formatted(network, used.user())))
                .distinct();
    }

    private static Stream<UsedNetwork> hosts(ClusterDraft draft, Circumstances facts) {
        var plan = facts.deployPlan();
        if (draft.mode() == DeployMode.MANUAL) {
            return facts.hosts().values().stream().flatMap(OverlapRule::address);
        }
        return plan == null ? Stream.empty() : plan.networks().stream();
    }

    private static Stream<UsedNetwork> address(HostFacts host) {
        return UsedNetwork.of(
                "the host %s (%s)".formatted(host.name(), host.address()),
                new AddressRange(host.address(), host.address()));
    }
}
