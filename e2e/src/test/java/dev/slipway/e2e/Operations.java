package dev.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;

/** Operations as the API shows them, also while parts of the platform are away. */
final class Operations {
    private static final Duration RETURN = Duration.ofMinutes(3);

    private Operations() {}

    /** Asks again until the platform, some part of which may just have died, answers. */
    static JsonNode get(String path) {
        return await(path)
                .atMost(RETURN)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .until(() -> new Api().get(path), answer -> true);
    }

    static String state(String id) {
        return get("/operations/" + id).path("state").asString();
    }

    static JsonNode steps(String id) {
        return get("/operations/" + id + "/steps").path("items");
    }

    static List<JsonNode> log(String id) {
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
    static void assertWhole(String id) {
        assertThat(steps(id).valueStream().map(step -> step.path("state").asString()))
                .as("steps of " + id)
                .isNotEmpty()
                .allMatch(state -> state.equals("SUCCEEDED") || state.equals("SKIPPED"));
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
    }
}
