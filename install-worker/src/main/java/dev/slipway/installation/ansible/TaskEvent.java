package dev.slipway.installation.ansible;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/**
 * What one task did on one host.
 *
 * @param index number of the task within its playbook, from 1
 * @param message why it failed or what it shows; empty when there is nothing to say
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record TaskEvent(int index, String host, String task, Status status, String message, double seconds) {
    private static final double WORTH_TELLING = 1.0;

    /** How a task ended on a host. */
    enum Status {
        @JsonProperty("ok")
        OK,
        @JsonProperty("changed")
        CHANGED,
        @JsonProperty("skipped")
        SKIPPED,
        @JsonProperty("waiting")
        WAITING,
        @JsonProperty("ignored")
        IGNORED,
        @JsonProperty("failed")
        FAILED,
        @JsonProperty("unreachable")
        UNREACHABLE
    }

    /** Tells whether the playbook cannot go on with this host. */
    boolean stopsHost() {
        return status == Status.FAILED || status == Status.UNREACHABLE;
    }

    /** Returns the line people read; the host stands beside it in the log. */
    String line() {
        String took = seconds < WORTH_TELLING ? "" : " (%.1f s)".formatted(seconds);
        String said = message.isEmpty() ? "" : ": " + message;
        return task + " | " + status.name().toLowerCase(Locale.ROOT) + took + said;
    }
}
