package dev.slipway.plan.deployplan.registration;

import java.util.List;
import java.util.UUID;

/** Where a plan's hosts go: a region and zones of it, in the order they were named. */
record PlanSite(UUID regionId, List<UUID> zoneIds) {}
