package dev.slipway.plan.cluster.supply;

/** How large a node is made. */
public record NodeSize(int cpus, int memoryMebibytes, int diskGibibytes) {}
