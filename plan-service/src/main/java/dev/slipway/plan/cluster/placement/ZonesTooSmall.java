package dev.slipway.plan.cluster.placement;

/** Tells that the zones together have not enough free addresses. */
public final class ZonesTooSmall extends RuntimeException {
    private static final long serialVersionUID = 1;

    ZonesTooSmall(long wanted, long free) {
        super("The cluster needs %d addresses, but the zones of its plan have only %d free".formatted(wanted, free));
    }
}
