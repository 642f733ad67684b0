package dev.slipway.cli.cluster;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The operation that works on a cluster, or waits for a person to decide.
 *
 * @param operation as the API shows it; no object when there is none
 */
record OpenOperation(JsonNode operation) {
    static OpenOperation of(JsonNode cluster) {
        return new OpenOperation(cluster.path("currentOperation"));
    }

    /** What it is at. */
    String state() {
        return operation.path("state").asString("-");
    }

    /** What a person needs to know of it: nothing when there is none. */
    List<String> lines() {
        if (!operation.isObject()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("%s: %s".formatted(operation.path("kind").asString(""), state()));
        if (operation.path("failure").isObject()) {
            lines.add("  " + operation.path("failure").path("message").asString(""));
        }
        lines.add("  slipway operation show " + operation.path("id").asString(""));
        return lines;
    }
}
