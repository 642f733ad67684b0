package dev.slipway.plan.cluster.network;

/** The network add-ons a cluster can have. */
public enum NetworkAddOn {
    FLANNEL
}
