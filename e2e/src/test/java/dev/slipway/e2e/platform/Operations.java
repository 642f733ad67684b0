package dev.slipway.e2e.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;

/** Operations as the API shows them, also while parts of the platform are away. */
public final class Operations {
    /** How long a platform of which parts die again and again may take to answer. */
    public static final Duration RETURN = Duration.ofMinutes(10);

    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final List<String> STUCK = List.of("STOPPED", "FAILED", "CANCELED");

    private Operations() {}

    /** Asks again until the platform, some part of which may just have died, answers. */
    public static JsonNode get(String path) {
        return await(path)
                .atMost(RETURN)
                .pollInterval(LOOK)
                .ignoreExceptions()
                .until(() -> new Api().get(path), answer -> true);
    }

    /** The same key makes a request that is repeated after a lost answer the same request. */
    public static JsonNode request(String method, String path, String body) {
        var key = UUID.randomUUID().toString();
        return await(path)
                .atMost(RETURN)
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .until(() -> new Api().accepted(method, path, body, key), answer -> true);
    }

    public static String state(String id) {
        return get("/operations/" + id).path("state").asString();
    }

    public static boolean isRunning(String id) {
        var state = Operations.state(id);
        return state.equals("PENDING") || state.equals("RUNNING");
    }

    /** Waits until a step has come to a state; fails at once when the operation stops. */
    public static void awaitStep(String id, String step, String state) {
        await(step + " of " + id).atMost(LONGEST).pollInterval(LOOK).until(() -> {
            assertThat(state(id)).isNotIn(STUCK);
            return steps(id)
                    .valueStream()
                    .anyMatch(each -> each.path("step").asString().equals(step)
                            && each.path("state").asString().equals(state));
        });
    }

    /** Waits until an operation has come to a state; fails at once when it stops in another one. */
    public static void awaitState(String id, String expected) {
        await(id).atMost(LONGEST).pollInterval(LOOK).until(() -> {
            var state = state(id);
            assertThat(state)
                    .as(() -> get("/operations/" + id).toPrettyString())
                    .isNotIn(STUCK);
            return state.equals(expected);
        });
    }

    /** Waits until an operation is in one of some states, whatever it goes through before, and returns which. */
    public static String awaitOneOf(String id, Duration patience, String... states) {
        return await(id + " is " + List.of(states))
                .atMost(patience)
                .pollInterval(LOOK)
                .until(() -> state(id), List.of(states)::contains);
    }

    /** Returns one of the steps. */
    public static JsonNode step(String id, String name) {
        return steps(id)
                .valueStream()
                .filter(each -> each.path("step").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public static JsonNode steps(String id) {
        return get("/operations/" + id + "/steps").path("items");
    }

    public static List<JsonNode> log(String id) {
        var lines = new ArrayList<JsonNode>();
        var offset = "0";
        while (offset != null) {
            var page = get("/operations/" + id + "/log?limit=2000&offset=" + offset);
            page.path("items").forEach(lines::add);
            offset = page.path("next").isNull() ? null : page.path("next").asString();
        }
        return lines;
    }

    /** Every step was done, and the log has neither a hole nor a line twice. */
    public static void assertWhole(String id) {
        assertThat(steps(id).valueStream().map(step -> step.path("state").asString()))
                .as("steps of " + id)
                .isNotEmpty()
                .allMatch(state -> state.equals("SUCCEEDED") || state.equals("SKIPPED"));
        assertLogWhole(id);
    }

    /** The log has neither a hole nor a line twice, however its operation ended. */
    public static void assertLogWhole(String id) {
        var lines = log(id);
        assertThat(lines.stream().map(line -> line.path("number").asLong()))
                .as("line numbers of " + id)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, lines.size()).boxed().toList());
        assertThat(lines.stream()
                        .map(line -> line.path("step").asString()
                                + line.path("attempt")
                                + line.path("host")
                                + line.path("at").asString()
                                + line.path("text").asString()))
                .as("lines of " + id)
                .doesNotHaveDuplicates();
        ShippedLines.assertNoneLost(id);
    }
}
