package dev.slipway.plan.offlinepackage;

/** An index whose signature was verified, and the digest of its bytes. */
public record SignedIndex(PackageIndex index, String sha256) {}
