package dev.slipway.provisioning.terraform;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The state is locked by another run. */
public final class StateLockedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable StateLock lock;

    StateLockedException(@Nullable StateLock lock) {
        super("Another run holds the lock of the cluster's state" + (lock == null ? "" : ": " + lock));
        this.lock = lock;
    }

    /** Returns the lock, when Terraform told whose it is. */
    public Optional<StateLock> lock() {
        return Optional.ofNullable(lock);
    }
}
