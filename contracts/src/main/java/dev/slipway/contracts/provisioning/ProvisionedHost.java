package dev.slipway.contracts.provisioning;

import dev.slipway.contracts.cluster.NodeRole;

/** A host that exists and where it answers. */
public record ProvisionedHost(String name, NodeRole role, String zone, String address) {}
