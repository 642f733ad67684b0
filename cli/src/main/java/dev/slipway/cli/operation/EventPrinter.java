package dev.slipway.cli.operation;

import tools.jackson.databind.JsonNode;

/** Shows what happens to an operation. */
@FunctionalInterface
interface EventPrinter extends AutoCloseable {
    /** Shows an event of a kind: "operation", "step" or "log". */
    void print(String kind, JsonNode data);

    /** Shows nothing more. */
    @Override
    default void close() {}
}
