package dev.slipway.contracts.failure;

/** Every failure we name. The names are stable: they are stored, counted, translated and shown. */
public enum FailureType {
    /** The request contradicts itself or the inventory; nothing was changed. */
    INVALID_REQUEST(false),
    /** A host, address or package that the request needs was taken or lost meanwhile. */
    RESOURCE_UNAVAILABLE(false),
    /** Preflight found hosts unfit; the findings are in the step's log and nothing was changed. */
    PREFLIGHT_FAILED(false),
    /** A cloud account, Docker engine or host refused the credential. */
    CREDENTIALS_REJECTED(false),
    /** The region has not enough left of something. */
    QUOTA_EXCEEDED(false),
    /** A host answers with another key than the one pinned at first use. */
    HOST_KEY_CHANGED(false),
    /** A host does not answer on SSH. */
    HOST_UNREACHABLE(true),
    /** The offline package does not answer. */
    PACKAGE_UNREACHABLE(true),
    /** A file or image of the offline package has not the digest its signed index says. */
    PACKAGE_DAMAGED(false),
    /** Another run holds the lock of the cluster's Terraform state. */
    STATE_LOCKED(true),
    /** Terraform ended with an error. */
    TERRAFORM_FAILED(true),
    /** A task of a playbook failed on a host. */
    PLAYBOOK_FAILED(true),
    /** The cluster did not become what it should within the time given. */
    NOT_READY(true),
    /** A program the worker needs could not be started or ended in a way it should not. */
    TOOL_FAILED(true),
    /** plan-service did not answer a worker. */
    SERVICE_UNREACHABLE(true),
    /** The operation was canceled by a person. */
    CANCELED(false),
    /** Something nobody foresaw; a defect of Slipway. */
    UNEXPECTED(true);

    private final boolean retryable;

    FailureType(boolean retryable) {
        this.retryable = retryable;
    }

    /** Tells whether the same step, tried again unchanged, may succeed. */
    public boolean retryable() {
        return retryable;
    }
}
