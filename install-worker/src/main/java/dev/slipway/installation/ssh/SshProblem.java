package dev.slipway.installation.ssh;

/** A host could not be used over SSH. */
public final class SshProblem extends RuntimeException {
    /** What kept the worker from using the host. */
    public enum Reason {
        /** Nothing answers as an SSH server should. */
        UNREACHABLE,
        /** The host refused the credential. */
        LOGIN_REFUSED,
        /** The host showed another key than the pinned one. */
        HOST_KEY_CHANGED,
        /** A command ended with an error. */
        COMMAND_FAILED
    }

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String message;

    SshProblem(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.message = message;
    }

    SshProblem(Reason reason, String message) {
        super(message);
        this.reason = reason;
        this.message = message;
    }

    /** Returns what happened, as the middle of a sentence. */
    @Override
    public String getMessage() {
        return message;
    }

    /** Returns what kept the worker from using the host. */
    public Reason reason() {
        return reason;
    }
}
