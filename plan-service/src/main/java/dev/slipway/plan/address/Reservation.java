package dev.slipway.plan.address;

import java.util.UUID;

/** An address kept for a host of a cluster. */
public record Reservation(String host, UUID zoneId, String address) {}
