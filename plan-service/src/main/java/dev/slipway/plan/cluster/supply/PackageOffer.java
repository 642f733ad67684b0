package dev.slipway.plan.cluster.supply;

import java.util.UUID;

/** An offline package as clusters see it: whether it is online, where it answers, and the digest of its index. */
public record PackageOffer(UUID id, boolean online, String state, String message, String url, String indexSha256) {}
