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
        return switch (step) {
            case RESET_HOSTS -> "takes off the registered hosts what the installation put on them";
            case DESTROY_HOSTS -> "destroys the hosts that were made for the cluster, and all that is on them";
            case RELEASE -> "gives back hosts and addresses, forgets the secrets of the cluster and the cluster itself";
            case RESERVE,
                    PLAN_HOSTS,
                    CREATE_HOSTS,
                    PREFLIGHT,
                    PACKAGE_SOURCE,
                    HOST_BASELINE,
                    TIME,
                    CONTAINER_RUNTIME,
                    IMAGES,
                    CONTROL_PLANE,
                    NETWORK,
                    WORKERS,
                    DNS,
                    METRICS_SERVER,
                    VERIFICATION,
                    PUBLISH -> throw new IllegalArgumentException("Undoes nothing: " + step);
        };
    }
}
