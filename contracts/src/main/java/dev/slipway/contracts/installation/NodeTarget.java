package dev.slipway.contracts.installation;

import dev.slipway.contracts.cluster.NodeRole;

/** A host that shall become a node; how to log in is fetched by reference when it is needed. */
public record NodeTarget(String name, NodeRole role, String address, int port, HostProfile profile) {}
