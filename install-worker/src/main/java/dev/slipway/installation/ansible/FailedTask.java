package dev.slipway.installation.ansible;

import dev.slipway.contracts.failure.FailureType;

/**
 * The task that explains why a playbook failed.
 *
 * @param host the one that has to be mended, not always the one the task ran on
 */
record FailedTask(FailureType type, String host, TaskEvent event) {
    /** Tells whether a look at the host may say more than the task did. */
    boolean isWorthALook() {
        return switch (type) {
            case DISK_FULL, CLOCK_WRONG, CERTIFICATE_REFUSED, NOT_READY, PLAYBOOK_FAILED -> true;
            default -> false;
        };
    }

    FailedTask as(FailureType other) {
        return new FailedTask(other, host, event);
    }
}
