package dev.slipway.cli.cluster;

import dev.slipway.cli.api.Operation;
import dev.slipway.cli.command.Surroundings;
import dev.slipway.cli.operation.Follower;
import tools.jackson.databind.JsonNode;

/**
 * An operation that the API has begun.
 *
 * @param surroundings of the command
 * @param answer what the API said
 */
record Accepted(Surroundings surroundings, JsonNode answer) {
    /** Tells it, follows it when that is asked for, and gives the exit code. */
    int tell(boolean json, boolean follow) {
        String id = answer.path("operation").path("id").asString("");
        if (json) {
            surroundings.output().json(answer);
        } else {
            surroundings.output().line("operation " + id);
        }
        if (!follow) {
            return 0;
        }
        Operation operation = new Follower(surroundings.api(), surroundings.err()).follow(id, false);
        return operation.succeeded() ? 0 : 1;
    }
}
