package dev.slipway.provisioning.terraform;

/** The state is locked by another run. */
public final class StateLockedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StateLockedException() {
        super("Another run holds the lock of the cluster's state");
    }
}
