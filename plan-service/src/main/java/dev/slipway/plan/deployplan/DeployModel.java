package dev.slipway.plan.deployplan;

/** How many nodes of each role a cluster made from the plan has. */
public enum DeployModel {
    SINGLE_CONTROL_PLANE,
    HIGHLY_AVAILABLE
}
