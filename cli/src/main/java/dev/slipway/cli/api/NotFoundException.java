package dev.slipway.cli.api;

import dev.slipway.cli.failure.ProblemException;

/** What was asked for is not there. */
public final class NotFoundException extends ProblemException {
    private static final long serialVersionUID = 1L;

    /** Says what is not there. */
    public NotFoundException(String message) {
        super(message, "see what there is: slipway cluster list, slipway operation list");
    }
}
