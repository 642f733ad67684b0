package dev.slipway.plan.cluster;

/** What is being done to a cluster, or was done last. */
public enum ClusterPhase {
    CREATING,
    READY,
    DELETING,
    FAILED
}
