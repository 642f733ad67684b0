package dev.slipway.plan.address;

import java.util.UUID;

/** A host to be made and the zone it goes to. */
public record Place(String host, UUID zoneId) {}
