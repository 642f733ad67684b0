package dev.slipway.plan.cluster.supply;

/** Tells that something the cluster was accepted for was taken or removed before it could be reserved. */
public final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Says what, and what to do about it. */
    public Unavailable(String message) {
        super(message);
    }
}
