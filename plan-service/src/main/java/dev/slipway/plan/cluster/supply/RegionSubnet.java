package dev.slipway.plan.cluster.supply;

/** The subnet a region's hosts and packages live in. */
public record RegionSubnet(String region, String subnet) {}
