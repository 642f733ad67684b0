package dev.slipway.cli.api;

import java.util.List;
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
 * @param estimate how long it will probably still take, when that can be told
 * @param choices what a person can decide while it is stopped
 */
public record Operation(
        String id,
        String clusterName,
        String kind,
        String state,
        int stepsDone,
        int stepsTotal,
        @Nullable Failure failure,
        @Nullable Estimate estimate,
        @Nullable List<String> choices) {
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
            case "SUCCEEDED", "FAILED", "CANCELED", "ROLLED_BACK", "ABANDONED" -> true;
            default -> false;
        };
    }

    /** Whether nothing more happens unless a person decides something. */
    public boolean settled() {
        return ended() || state.equals("STOPPED");
    }

    /** Whether it did what it was to do. */
    public boolean succeeded() {
        return state.equals("SUCCEEDED");
    }
}
