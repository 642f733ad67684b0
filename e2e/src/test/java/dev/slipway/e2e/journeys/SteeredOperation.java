package dev.slipway.e2e.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.e2e.platform.Api;
import dev.slipway.e2e.platform.Operations;
import dev.slipway.e2e.platform.Platform;
import dev.slipway.e2e.platform.Traces;
import dev.slipway.e2e.platform.Victim;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * An operation as a person at the command line sees and steers it.
 *
 * @param cluster id of its cluster
 * @param id its own
 */
record SteeredOperation(String cluster, String id) {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Asks for a cluster. */
    static SteeredOperation create(String spec) {
        return accepted("POST", "/clusters", spec);
    }

    /** Asks for the end of the cluster. */
    SteeredOperation delete() {
        return new SteeredOperation(
                cluster, accepted("DELETE", "/clusters/" + cluster, "").id());
    }

    private static SteeredOperation accepted(String method, String path, String body) {
        var answer = new Api().accepted(method, path, body, UUID.randomUUID().toString());
        return new SteeredOperation(
                answer.path("cluster").path("id").asString(),
                answer.path("operation").path("id").asString());
    }

    /** Waits until Ansible changes hosts. */
    void awaitPlaybook() {
        await("a playbook of " + id)
                .atMost(PATIENCE)
                .until(() -> Operations.log(id).stream()
                        .filter(line -> line.path("text").asString().contains(" | changed"))
                        .anyMatch(line -> Operations.step(id, line.path("step").asString())
                                .path("state")
                                .asString()
                                .equals("RUNNING")));
        assertThat(Victim.programsOf(cluster)).isNotEmpty();
    }

    /** Gives a command about it, and returns what that says. */
    String steer(String verb, String... options) {
        var command = new ArrayList<>(List.of("operation", verb, id));
        command.addAll(List.of(options));
        return Platform.succeeds(PATIENCE, command.toArray(String[]::new));
    }

    /** Waits until it is in a state; fails at once when it comes to rest in another one. */
    void awaitState(String wanted, Duration patience) {
        var rest = Stream.of("STOPPED", "PAUSED", "SUCCEEDED", "FAILED", "CANCELED", "ROLLED_BACK", "ABANDONED");
        assertThat(Operations.awaitOneOf(id, patience, rest.toArray(String[]::new)))
                .as(() -> now().toPrettyString())
                .isEqualTo(wanted);
    }

    void awaitState(String wanted) {
        awaitState(wanted, PATIENCE);
    }

    JsonNode now() {
        return Operations.get("/operations/" + id);
    }

    JsonNode failure() {
        return now().path("failure");
    }

    JsonNode step(String name) {
        return Operations.step(id, name);
    }

    List<JsonNode> steps(String state) {
        return Operations.steps(id)
                .valueStream()
                .filter(step -> step.path("state").asString().equals(state))
                .toList();
    }

    List<String> choices() {
        return now().path("choices").valueStream().map(JsonNode::asString).toList();
    }

    /** The steps that a roll back would run, as it is shown beforehand. */
    List<String> undo() {
        return Operations.get("/operations/" + id + "/rollback")
                .path("undo")
                .valueStream()
                .map(step -> step.path("step").asString())
                .toList();
    }

    /** What people decided, and why. */
    List<String> decisions() {
        return Operations.get("/operations/" + id + "/decisions")
                .path("items")
                .valueStream()
                .map(made -> made.path("decision").asString() + ": "
                        + made.path("reason").asString(""))
                .toList();
    }

    /** Its cluster is gone, and only the record of it is there. */
    void assertGone() {
        Operations.assertLogWhole(id);
        Traces.assertNone(cluster);
        assertThat(new Api().request("GET", "/clusters/" + cluster, "").statusCode())
                .isEqualTo(404);
    }
}
