package dev.slipway.plan.cluster.supply;

/** A zone of a deploy plan, its range of addresses and how many of them are free. */
public record ZoneOffer(String name, String first, String last, long free) {}
