package dev.slipway.toolkit.process;

import org.jspecify.annotations.Nullable;

/** A program could not be started: it is missing, not executable, or its directory does not exist. */
public final class StartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
