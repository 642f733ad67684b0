package dev.slipway.plan.offlinepackage;

/** What can be wrong with a package, and what to do about it. */
public enum Fault {
    KEY_UNKNOWN("Trust its key if you know who made it, and check the package again."),
    SIGNATURE_INVALID("Do not use it: get the package again from who made it."),
    INCOMPLETE("Build or copy the package again, and check it again."),
    DAMAGED("Build or copy the package again, and check it again."),
    UNREACHABLE("See whether the package runs and its address is right; it is looked at again by itself.");

    private final String remedy;

    Fault(String remedy) {
        this.remedy = remedy;
    }

    /** Returns what people can do. */
    String remedy() {
        return remedy;
    }
}
