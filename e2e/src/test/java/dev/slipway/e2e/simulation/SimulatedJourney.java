package dev.slipway.e2e.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.contracts.operation.Step;
import dev.slipway.e2e.platform.Operations;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** A cluster of simulated hosts is created and deleted. */
final class SimulatedJourney {
    private static final Duration LONGEST = Duration.ofMinutes(60);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Set<Step> OWN = Set.of(Step.RESERVE, Step.PUBLISH, Step.RELEASE);
    private static final List<String> PARTS = IntStream.range(0, SimulatedWork.PARTS)
            .mapToObj(SimulatedWork::line)
            .toList();

    private final Simulation simulation;
    private final String name;

    SimulatedJourney(Simulation simulation, String name) {
        this.simulation = simulation;
        this.name = name;
    }

    void run() {
        var creation = Operations.request("POST", "/clusters", """
                {"name": "%s", "deployMode": "AUTOMATIC", "deployModel": "SINGLE_CONTROL_PLANE",
                 "packageVersion": "1.37.2", "deployPlan": "demo", "workers": 1}
                """.formatted(name));
        var cluster = creation.path("cluster").path("id").asString();
        succeeds(creation);

        var found = Operations.get("/clusters/" + cluster);
        assertThat(found.path("phase").asString()).isEqualTo("READY");
        assertThat(simulation.world().hosts(cluster)).isEqualTo(addresses(found));

        succeeds(Operations.request("DELETE", "/clusters/" + cluster, ""));
        assertThat(simulation.world().hosts(cluster)).isEmpty();
    }

    private static Map<String, String> addresses(JsonNode cluster) {
        return cluster.path("nodes")
                .valueStream()
                .collect(Collectors.toMap(
                        node -> node.path("name").asString(),
                        node -> node.path("address").asString()));
    }

    private void succeeds(JsonNode accepted) {
        var id = accepted.path("operation").path("id").asString();
        await("the end of " + id)
                .pollInSameThread()
                .atMost(LONGEST)
                .pollInterval(LOOK)
                .until(() -> !Operations.isRunning(id));
        assertThat(Operations.state(id))
                .as(() -> Operations.get("/operations/" + id).toPrettyString())
                .isEqualTo("SUCCEEDED");
        Operations.assertWhole(id);
        assertEveryStepWasDone(id);
    }

    /** What is recorded as done was done, and the try that did it has all its lines. */
    private void assertEveryStepWasDone(String id) {
        var log = Operations.log(id);
        Operations.steps(id)
                .valueStream()
                .filter(step -> step.path("state").asString().equals("SUCCEEDED"))
                .map(step -> Step.valueOf(step.path("step").asString()))
                .filter(step -> !OWN.contains(step))
                .forEach(step -> {
                    assertThat(simulation.world().isDone(id, step))
                            .as(step + " of " + id)
                            .isTrue();
                    assertThat(partsOfLastTry(log, step))
                            .as("lines of %s of %s", step, id)
                            .isEqualTo(PARTS);
                });
    }

    private static List<String> partsOfLastTry(List<JsonNode> log, Step step) {
        var lines = log.stream()
                .filter(line -> line.path("step").asString().equals(step.name()))
                .toList();
        var last = lines.stream()
                .mapToInt(line -> line.path("attempt").asInt())
                .max()
                .orElseThrow();
        return lines.stream()
                .filter(line -> line.path("attempt").asInt() == last)
                .map(line -> line.path("text").asString())
                .filter(text -> text.startsWith("part "))
                .toList();
    }
}
