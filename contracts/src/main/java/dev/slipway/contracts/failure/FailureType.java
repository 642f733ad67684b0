package dev.slipway.contracts.failure;

/** Every failure we name. The names are stable: they are stored, counted, translated and shown. */
public enum FailureType {
    /** The request contradicts itself or the inventory; nothing was changed. */
    INVALID_REQUEST(Attempts.ONE),
    /** A host, address or package that the request needs was taken or lost meanwhile. */
    RESOURCE_UNAVAILABLE(Attempts.ONE),
    /** Preflight found hosts unfit; the findings are in the step's log and nothing was changed. */
    PREFLIGHT_FAILED(Attempts.ONE),
    /** A cloud account, Docker engine or host refused the credential. */
    CREDENTIALS_REJECTED(Attempts.ONE),
    /** The region has not enough left of something. */
    QUOTA_EXCEEDED(Attempts.ONE),
    /** A host answers with another key than the one pinned at first use. */
    HOST_KEY_CHANGED(Attempts.ONE),
    /** A disk of a host is full. */
    DISK_FULL(Attempts.ONE),
    /** The clock of a host is wrong. */
    CLOCK_WRONG(Attempts.ONE),
    /** A certificate was refused. */
    CERTIFICATE_REFUSED(Attempts.ONE),
    /** A host does not answer on SSH. */
    HOST_UNREACHABLE(Attempts.LONG),
    /** What makes and removes hosts does not answer: the Docker engine, a cloud's API. */
    REGION_UNREACHABLE(Attempts.LONG),
    /** The offline package does not answer. */
    PACKAGE_UNREACHABLE(Attempts.LONG),
    /** A file or image of the offline package has not the digest its signed index says. */
    PACKAGE_DAMAGED(Attempts.ONE),
    /** Another run holds the lock of the cluster's Terraform state. */
    STATE_LOCKED(Attempts.LONG),
    /** Terraform ended with an error. */
    TERRAFORM_FAILED(Attempts.FEW),
    /** A task of a playbook failed on a host. */
    PLAYBOOK_FAILED(Attempts.FEW),
    /** The cluster did not become what it should within the time given. */
    NOT_READY(Attempts.FEW),
    /** A program the worker needs could not be started or ended in a way it should not. */
    TOOL_FAILED(Attempts.FEW),
    /** plan-service did not answer a worker. */
    SERVICE_UNREACHABLE(Attempts.LONG),
    /** Every worker that ran the step died, or hung, before the step could end. */
    WORKER_LOST(Attempts.ONE),
    /** The operation was canceled by a person. */
    CANCELED(Attempts.ONE),
    /** Something nobody foresaw; a defect of Slipway. */
    UNEXPECTED(Attempts.FEW);

    private final int attempts;

    FailureType(int attempts) {
        this.attempts = attempts;
    }

    /** Tells whether the same step, tried again unchanged, may succeed. */
    public boolean retryable() {
        return attempts > 1;
    }

    /** Returns how often a step is tried, with growing pauses, before it stops and waits for a person. */
    public int attempts() {
        return attempts;
    }

    /** How often a step is tried. */
    private static final class Attempts {
        static final int ONE = 1;
        static final int FEW = 3;
        /** With the pauses of a long running activity this outlasts a network that is cut for two minutes. */
        static final int LONG = 10;
    }
}
