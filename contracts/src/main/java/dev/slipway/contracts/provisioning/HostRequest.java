package dev.slipway.contracts.provisioning;

import dev.slipway.contracts.cluster.NodeRole;

/** One host to be made, at an address already reserved for it. */
public record HostRequest(
        String name, NodeRole role, String zone, String address, int cpus, int memoryMebibytes, int diskGibibytes) {}
