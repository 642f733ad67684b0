package dev.slipway.plan.cluster.rule;

import static java.util.Objects.requireNonNullElse;

import dev.slipway.plan.cluster.network.PodSizing;
import dev.slipway.plan.cluster.spec.ClusterDraft;
import dev.slipway.plan.ipv4.Subnet;
import dev.slipway.toolkit.web.Violation;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The networks are networks, of sizes that Kubernetes takes, and the pod network has a part for every node. */
final class NetworkSizeRule implements Rule {
    /** kube-apiserver takes no service network with more than 20 bits for hosts. */
    private static final int WIDEST_SERVICES = 12;

    /** kubeadm wants room for at least ten Services. */
    private static final int NARROWEST_SERVICES = 28;

    private static final String PODS = "network.podNetwork";
    private static final String SERVICES = "network.serviceNetwork";

    @Override
    public Stream<Violation> check(ClusterDraft draft, Circumstances facts) {
        var network = draft.networks();
        var perNode = requireNonNullElse(network.podsPerNode(), 0);
        var sane = perNode >= PodSizing.FEWEST && perNode <= PodSizing.MOST;
        return Stream.of(
                        Rule.unless(
                                sane,
                                "network.podsPerNode",
                                "must be %d to %d, not %d".formatted(PodSizing.FEWEST, PodSizing.MOST, perNode)),
                        pods(
                                Subnet.parse(network.podNetwork()).orElse(null),
                                sane ? perNode : PodSizing.FEWEST,
                                draft.nodes()),
                        services(Subnet.parse(network.serviceNetwork()).orElse(null)))
                .flatMap(found -> found);
    }

    private static Stream<Violation> pods(@Nullable Subnet network, int perNode, int nodes) {
        if (network == null) {
            return Rule.unless(false, PODS, "must be an IPv4 network such as 10.244.0.0/16");
        }
        var sizing = new PodSizing(network.bits(), perNode);
        if (sizing.tooWide()) {
            return Rule.unless(
                    false,
                    PODS,
                    "%s is too large: with %d pods per node each node gets a /%d, so the largest is a /%d"
                            .formatted(network, perNode, sizing.nodeMask(), sizing.nodeMask() - PodSizing.WIDEST));
        }
        return Rule.unless(
                nodes <= sizing.maximumNodes() && sizing.maximumNodes() > 0,
                PODS,
                "%s has room for %d nodes of %d pods (a /%d each), but the cluster has %d nodes"
                        .formatted(network, sizing.maximumNodes(), perNode, sizing.nodeMask(), nodes));
    }

    private static Stream<Violation> services(@Nullable Subnet network) {
        if (network == null) {
            return Rule.unless(false, SERVICES, "must be an IPv4 network such as 10.96.0.0/16");
        }
        return Rule.unless(
                network.bits() >= WIDEST_SERVICES && network.bits() <= NARROWEST_SERVICES,
                SERVICES,
                "must be a /%d to a /%d, not a /%d".formatted(WIDEST_SERVICES, NARROWEST_SERVICES, network.bits()));
    }
}
