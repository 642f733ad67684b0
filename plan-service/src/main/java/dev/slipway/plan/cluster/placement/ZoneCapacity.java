package dev.slipway.plan.cluster.placement;

/** A zone and how many nodes it has room for. */
public record ZoneCapacity(String zone, long free) {}
