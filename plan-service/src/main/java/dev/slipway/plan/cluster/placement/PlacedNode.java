package dev.slipway.plan.cluster.placement;

import dev.slipway.contracts.cluster.NodeRole;

/** A node to be made and the zone it goes to. */
public record PlacedNode(String name, NodeRole role, String zone) {}
