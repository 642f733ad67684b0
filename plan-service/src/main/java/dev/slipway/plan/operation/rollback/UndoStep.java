package dev.slipway.plan.operation.rollback;

import dev.slipway.contracts.operation.Step;

/**
 * One step that would undo something.
 *
 * @param what what it takes away, for a person
 */
record UndoStep(String step, String title, String what) {
    static UndoStep of(Step step) {
        return new UndoStep(step.name(), step.title(), what(step));
    }

    private static String what(Step step) {
        return switch (step.work()) {
            case UNINSTALLATION -> "takes off the registered hosts what the installation put on them";
            case DEPROVISIONING -> "destroys the hosts that were made for the cluster, and all that is on them";
            case RELEASE -> "gives back hosts and addresses, forgets the secrets of the cluster and the cluster itself";
            case RESERVATION, PROVISIONING, INSTALLATION, PUBLICATION ->
                throw new IllegalArgumentException("Undoes nothing: " + step);
        };
    }
}
