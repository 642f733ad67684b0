package dev.slipway.plan.offlinepackage.verification;

/** Tells that the package answers and does not have something. */
final class NotThere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotThere(String address) {
        super(address);
    }
}
