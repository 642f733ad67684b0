package dev.slipway.plan.address;

import java.time.Instant;
import java.util.UUID;

/**
 * An address that nobody gets, as a host that was left behind may still have it.
 *
 * @param id tells this lock from others
 * @param host name of the host that had it
 * @param cluster name of the cluster the host was made for, which is gone
 * @param reason why the host was left behind
 */
record LockedAddress(
        UUID id, UUID zoneId, String address, String host, String cluster, String reason, Instant lockedAt) {}
