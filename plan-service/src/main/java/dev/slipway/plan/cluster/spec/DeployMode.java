package dev.slipway.plan.cluster.spec;

/** Where the hosts come from: registered by the user, or made from a deploy plan. */
public enum DeployMode {
    MANUAL,
    AUTOMATIC
}
