package dev.slipway.cli.api;

import dev.slipway.cli.failure.ProblemException;

/** The API refused a request. */
public final class RefusedException extends ProblemException {
    private static final long serialVersionUID = 1L;

    private final int status;

    RefusedException(int status, Problem problem) {
        super(problem.text(status));
        this.status = status;
    }

    /** The status of the answer. */
    public int status() {
        return status;
    }
}
