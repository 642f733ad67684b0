package dev.slipway.plan.address;

import java.time.Instant;

/**
 * Why addresses are locked.
 *
 * @param cluster name of the cluster whose hosts were left behind
 * @param reason why they were
 */
public record LockReason(String cluster, String reason, Instant at) {}
