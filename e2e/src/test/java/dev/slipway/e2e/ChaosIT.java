package dev.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Whatever dies, no operation is lost: clusters are created and deleted while processes of the platform are killed at
 * random moments. The same seed kills the same processes after the same pauses. A longer run: {@code ./mvnw -pl e2e
 * verify -Dit.test=ChaosIT -Dchaos.clusters=20 -Dchaos.seed=7}.
 */
@Order(4)
class ChaosIT {
    private static final int CLUSTERS = Integer.getInteger("chaos.clusters", 1);
    private static final long SEED = Long.getLong("chaos.seed", 20261123L);
    private static final int SHORTEST_PAUSE_SECONDS = Integer.getInteger("chaos.pause", 12);
    private static final Duration LONGEST = Duration.ofMinutes(25);

    private final Random random = new Random(SEED);
    private final Map<Victim, Integer> kills = new EnumMap<>(Victim.class);

    @BeforeAll
    static void thePlatformIsUp() {
        Platform.succeeds(Duration.ofMinutes(30), "up", "--no-demo");
        if (new Api().get("/packages").path("items").isEmpty()) {
            Platform.succeeds(Duration.ofMinutes(30), "up");
            Platform.succeeds(Duration.ofMinutes(10), "cluster", "delete", "demo", "--yes", "--wait");
        }
    }

    @Test
    void nothingIsLostDoubledOrLeaked() {
        List<String> addresses = null;
        for (var number = 1; number <= CLUSTERS; number++) {
            var name = "chaos-" + number;
            var creation = request("POST", "/clusters", """
                    {"name": "%s", "deployMode": "AUTOMATIC", "deployModel": "SINGLE_CONTROL_PLANE",
                     "packageVersion": "1.37.2", "deployPlan": "demo", "workers": 1}
                    """.formatted(name));
            var cluster = creation.path("cluster").path("id").asString();
            survives(creation);

            var found = Operations.get("/clusters/" + cluster);
            assertThat(found.path("phase").asString()).isEqualTo("READY");
            assertThat(Containers.ofCluster(cluster)).hasSize(2);
            var given = found.path("nodes")
                    .valueStream()
                    .map(node -> node.path("address").asString())
                    .toList();
            assertThat(addresses == null ? given : addresses)
                    .as("an address that leaked would be skipped")
                    .isEqualTo(given);
            addresses = given;

            survives(request("DELETE", "/clusters/" + cluster, ""));
            assertThat(Containers.ofCluster(cluster)).isEmpty();
            assertThat(Containers.volumesOfCluster(cluster)).isEmpty();
        }
        System.out.printf(
                "chaos: seed %d, %d clusters created and deleted, kills %s, lost 0, doubled 0, leaked 0%n",
                SEED, CLUSTERS, kills);
        assertThat(kills).isNotEmpty();
    }

    /** Kills until the operation has ended, which it must do well. */
    private void survives(JsonNode accepted) {
        var id = accepted.path("operation").path("id").asString();
        var deadline = Instant.now().plus(LONGEST);
        var next = pause();
        while (isRunning(id)) {
            assertThat(Instant.now()).as("operation " + id + " ends").isBefore(deadline);
            if (Instant.now().isAfter(next)) {
                kill();
                next = pause();
            }
        }
        assertThat(Operations.state(id))
                .as(() -> Operations.get("/operations/" + id).toPrettyString())
                .isEqualTo("SUCCEEDED");
        Operations.assertWhole(id);
    }

    private static boolean isRunning(String id) {
        var state = Operations.state(id);
        return state.equals("PENDING") || state.equals("RUNNING");
    }

    private Instant pause() {
        return Instant.now().plusSeconds(SHORTEST_PAUSE_SECONDS + random.nextInt(SHORTEST_PAUSE_SECONDS));
    }

    private void kill() {
        var victim = Victim.values()[random.nextInt(Victim.values().length)];
        if (victim.kill()) {
            kills.merge(victim, 1, Integer::sum);
            System.out.printf("chaos: killed %s%n", victim);
        }
    }

    /** The same key makes a request that is repeated after a lost answer the same request. */
    private static JsonNode request(String method, String path, String body) {
        var key = UUID.randomUUID().toString();
        return await(path)
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .until(() -> new Api().accepted(method, path, body, key), answer -> true);
    }
}
