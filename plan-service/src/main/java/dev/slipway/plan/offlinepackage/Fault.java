package dev.slipway.plan.offlinepackage;

/** What can be wrong with a package. */
public enum Fault {
    KEY_UNKNOWN,
    SIGNATURE_INVALID,
    INCOMPLETE,
    DAMAGED,
    UNREACHABLE
}
