package dev.slipway.plan.cluster.network;

import static java.util.Objects.requireNonNullElse;

import dev.slipway.contracts.installation.FlannelBackend;
import dev.slipway.contracts.installation.ProxyMode;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The networks as asked for; what is absent has a default. Enums are text here, so that every bad one is told. */
public record NetworkDraft(
        @Schema(description = "IPv4 network in CIDR form", defaultValue = NetworkDraft.POD_NETWORK) @Nullable
        String podNetwork,

        @Schema(description = "IPv4 network in CIDR form", defaultValue = NetworkDraft.SERVICE_NETWORK) @Nullable
        String serviceNetwork,

        @Schema(
                defaultValue = "" + NetworkDraft.PODS_PER_NODE,
                minimum = "" + PodSizing.FEWEST,
                maximum = "" + PodSizing.MOST)
        @Nullable
        Integer podsPerNode,

        @Schema(implementation = NetworkAddOn.class, defaultValue = "FLANNEL") @Nullable
        String addOn,

        @Schema(implementation = FlannelBackend.class, defaultValue = "VXLAN") @Nullable
        String flannelBackend,

        @Schema(implementation = ProxyMode.class, defaultValue = "IPTABLES") @Nullable
        String proxyMode) {
    static final String POD_NETWORK = "10.244.0.0/16";
    static final String SERVICE_NETWORK = "10.96.0.0/16";
    static final int PODS_PER_NODE = 110;

    /** Returns a draft that leaves everything to the defaults. */
    public static NetworkDraft empty() {
        return new NetworkDraft(null, null, null, null, null, null);
    }

    /** Returns a draft that asks for what is there. */
    public static NetworkDraft of(NetworkSpec spec) {
        return new NetworkDraft(
                spec.podNetwork(),
                spec.serviceNetwork(),
                spec.podsPerNode(),
                spec.addOn().name(),
                spec.flannelBackend().name(),
                spec.proxyMode().name());
    }

    /** Returns the draft with each absent value replaced by its default. */
    public NetworkDraft withDefaults() {
        return new NetworkDraft(
                requireNonNullElse(podNetwork, POD_NETWORK),
                requireNonNullElse(serviceNetwork, SERVICE_NETWORK),
                requireNonNullElse(podsPerNode, PODS_PER_NODE),
                requireNonNullElse(addOn, NetworkAddOn.FLANNEL.name()),
                requireNonNullElse(flannelBackend, FlannelBackend.VXLAN.name()),
                requireNonNullElse(proxyMode, ProxyMode.IPTABLES.name()));
    }

    /** Returns the networks of a draft that was found valid. */
    public NetworkSpec toSpec() {
        var full = withDefaults();
        return new NetworkSpec(
                text(full.podNetwork),
                text(full.serviceNetwork),
                requireNonNullElse(full.podsPerNode, PODS_PER_NODE),
                NetworkAddOn.valueOf(text(full.addOn)),
                FlannelBackend.valueOf(text(full.flannelBackend)),
                ProxyMode.valueOf(text(full.proxyMode)));
    }

    private static String text(@Nullable String value) {
        return requireNonNullElse(value, "");
    }
}
