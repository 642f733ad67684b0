package dev.slipway.cli.api;

import org.jspecify.annotations.Nullable;

/**
 * One run on a cluster.
 *
 * @param id its id
 * @param clusterName the cluster
 * @param kind what it does
 * @param state what it is at
 * @param stepsDone how many steps have ended
 * @param stepsTotal how many steps it has
 * @param failure why it failed
 */
public record Operation(
        String id,
        String clusterName,
        String kind,
        String state,
        int stepsDone,
        int stepsTotal,
        @Nullable Failure failure) {
    /**
     * Why an operation failed.
     *
     * @param type the name of the failure
     * @param message what happened
     * @param step where
     * @param host on which host
     */
    public record Failure(
            String type,
            String message,
            @Nullable String step,
            @Nullable String host) {}

    /** Whether it has come to its end, whichever. */
    public boolean ended() {
        return switch (state) {
            case "SUCCEEDED", "FAILED", "CANCELED" -> true;
            default -> false;
        };
    }

    /** Whether it did what it was to do. */
    public boolean succeeded() {
        return state.equals("SUCCEEDED");
    }
}
