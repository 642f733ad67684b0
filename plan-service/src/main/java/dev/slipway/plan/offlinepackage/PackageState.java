package dev.slipway.plan.offlinepackage;

/** What is known of an offline package; only an online one makes clusters. */
public enum PackageState {
    VERIFYING,
    ONLINE,
    KEY_UNKNOWN,
    SIGNATURE_INVALID,
    INCOMPLETE,
    DAMAGED,
    UNREACHABLE
}
