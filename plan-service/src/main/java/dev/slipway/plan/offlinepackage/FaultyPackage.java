package dev.slipway.plan.offlinepackage;

/** Tells what is wrong with a package, in one sentence for people. */
public final class FaultyPackage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Fault fault;

    /** Says what kind of fault it is, and what to do about it. */
    public FaultyPackage(Fault fault, String sentence) {
        super(sentence);
        this.fault = fault;
    }

    /** Returns what kind of fault it is. */
    public Fault fault() {
        return fault;
    }

    /** Returns what is wrong and what to do about it. */
    public String sentence() {
        return getMessage() + " " + fault.remedy();
    }
}
