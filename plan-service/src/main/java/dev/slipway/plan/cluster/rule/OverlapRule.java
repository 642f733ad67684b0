package dev.slipway.plan.cluster.rule;

import dev.slipway.plan.cluster.network.AddressSpan;
import dev.slipway.plan.cluster.network.Cidr;
import dev.slipway.plan.cluster.spec.ClusterDraft;
import dev.slipway.plan.cluster.spec.DeployMode;
import dev.slipway.toolkit.web.Violation;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Pod and service networks overlap neither each other, nor the hosts, nor the platform. */
final class OverlapRule implements Rule {
    @Override
    public Stream<Violation> check(ClusterDraft draft, Circumstances facts) {
        var pods = Cidr.parse(draft.networks().podNetwork());
        var services = Cidr.parse(draft.networks().serviceNetwork());
        return Stream.of(
                        eachOther(pods, services),
                        used("network.podNetwork", pods, draft, facts),
                        used("network.serviceNetwork", services, draft, facts))
                .flatMap(found -> found);
    }

    private static Stream<Violation> eachOther(@Nullable Cidr pods, @Nullable Cidr services) {
        if (pods == null || services == null) {
            return Stream.empty();
        }
        return Rule.unless(
                !pods.span().overlaps(services.span()),
                "network.serviceNetwork",
                "%s overlaps the pod network %s".formatted(services, pods));
    }

    private static Stream<Violation> used(
            String field, @Nullable Cidr network, ClusterDraft draft, Circumstances facts) {
        if (network == null) {
            return Stream.empty();
        }
        return Stream.concat(facts.platform().stream(), hosts(draft, facts))
                .filter(used -> used.span().overlaps(network.span()))
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
                "the host %s (%s)".formatted(host.name(), host.address()), AddressSpan.parse(host.address()));
    }
}
