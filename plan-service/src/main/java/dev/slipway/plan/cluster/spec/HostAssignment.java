package dev.slipway.plan.cluster.spec;

import dev.slipway.contracts.cluster.NodeRole;

/** A registered host and the role it shall have. */
public record HostAssignment(String host, NodeRole role) {}
