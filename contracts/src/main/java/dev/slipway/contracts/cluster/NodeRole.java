package dev.slipway.contracts.cluster;

/** What a node is for. */
public enum NodeRole {
    CONTROL_PLANE,
    WORKER
}
