package dev.slipway.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.contracts.operation.Step;
import dev.slipway.e2e.platform.Operations;
import dev.slipway.e2e.platform.OwnHosts;
import dev.slipway.e2e.platform.Platform;
import dev.slipway.e2e.platform.Traces;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Each step of a creation and of a deletion outlives the death, in its middle, of the process that does it. */
@Order(7)
@Tag("long")
class StepKillsIT {
    private static final Duration LONG = Duration.ofMinutes(15);
    private static final String MADE = """
            {"name": "%s", "deployMode": "AUTOMATIC", "deployModel": "SINGLE_CONTROL_PLANE",
             "packageVersion": "1.37.2", "deployPlan": "demo", "workers": 1}
            """;
    private static final String REGISTERED = """
            {"name": "%s", "deployMode": "MANUAL", "deployModel": "SINGLE_CONTROL_PLANE",
             "packageVersion": "1.37.2",
             "hosts": [{"host": "mortal-1", "role": "CONTROL_PLANE"}, {"host": "mortal-2", "role": "WORKER"}]}
            """;

    @BeforeAll
    static void thePlatformIsUp() {
        Platform.upWithRegionAndPackage();
    }

    @Test
    void onHostsThatAreMade() throws Exception {
        assertSurvivesDeathInEachStep(MADE);
    }

    @Test
    void onRegisteredHosts() throws Exception {
        try (var hosts = OwnHosts.start("mortal", Map.of("mortal-1", "172.31.9.30", "mortal-2", "172.31.9.31"))) {
            hosts.register();
            assertSurvivesDeathInEachStep(REGISTERED);
            hosts.assertUntouched("mortal-1");
            hosts.assertUntouched("mortal-2");
            hosts.deregister();
        }
    }

    private static void assertSurvivesDeathInEachStep(String spec) throws Exception {
        var killer = new StepKiller(undisturbed(spec.formatted("undisturbed")));
        var accepted = new AtomicReference<JsonNode>();
        var body = spec.formatted("mortal");
        killer.killHeld(
                Step.RESERVE, "cluster_nodes", () -> accepted.set(Operations.request("POST", "/clusters", body)));
        var cluster = id(accepted.get(), "cluster");
        survives(killer, id(accepted.get(), "operation"));
        assertThat(Operations.get("/clusters/" + cluster).path("phase").asString())
                .isEqualTo("READY");

        survives(killer, id(Operations.request("DELETE", "/clusters/" + cluster, ""), "operation"));
        Traces.assertNone(cluster);
        assertThat(killer.killed()).containsAll(killer.expected()).contains(Step.RESERVE, Step.PUBLISH, Step.RELEASE);
    }

    private static void survives(StepKiller killer, String operation) throws Exception {
        killer.follow(operation);
        assertThat(Operations.state(operation))
                .as(() -> Operations.get("/operations/" + operation).toPrettyString())
                .isEqualTo("SUCCEEDED");
        Operations.assertWhole(operation);
    }

    /** Creates and deletes a cluster, and returns how long each step has taken. */
    private static Map<String, Duration> undisturbed(String body) {
        var accepted = Operations.request("POST", "/clusters", body);
        var creation = id(accepted, "operation");
        Operations.awaitOneOf(creation, LONG, "SUCCEEDED");
        var deletion = id(Operations.request("DELETE", "/clusters/" + id(accepted, "cluster"), ""), "operation");
        Operations.awaitOneOf(deletion, LONG, "SUCCEEDED");
        var times = new HashMap<>(StepKiller.times(creation));
        times.putAll(StepKiller.times(deletion));
        return times;
    }

    private static String id(JsonNode accepted, String part) {
        return accepted.path(part).path("id").asString();
    }
}
