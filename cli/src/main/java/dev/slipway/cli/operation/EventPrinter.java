package dev.slipway.cli.operation;

import tools.jackson.databind.JsonNode;

/** Shows what happens to an operation. */
@FunctionalInterface
interface EventPrinter {
    /** Shows an event of a kind: "operation", "step" or "log". */
    void print(String kind, JsonNode data);
}
