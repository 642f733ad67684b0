package dev.slipway.cli.failure;

import java.util.List;

/** Something a person can put right: what is wrong, and the ways out. */
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> waysOut;

    /** Says what is wrong and what to do. */
    public ProblemException(String message, String... waysOut) {
        super(message);
        this.waysOut = List.of(waysOut);
    }

    /** Says what is wrong because of another failure, and what to do. */
    public ProblemException(String message, Throwable cause, String... waysOut) {
        super(message, cause);
        this.waysOut = List.of(waysOut);
    }

    /** What can be done, one line each. */
    public List<String> waysOut() {
        return waysOut;
    }
}
