package dev.slipway.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.e2e.platform.Containers;
import dev.slipway.e2e.platform.Operations;
import dev.slipway.e2e.platform.Platform;
import dev.slipway.e2e.platform.Victim;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Whatever dies, no operation is lost: clusters are created and deleted while processes of the platform are killed at
 * random moments. The same seed kills the same processes after the same pauses. A longer run: {@code ./mvnw -Pjars -pl
 * e2e -am verify -Dit.test=ChaosIT -Dchaos.kills=300 -Dchaos.seed=7 -Dchaos.pause=6}.
 */
@Order(2)
class ChaosIT {
    private static final int KILLS = Integer.getInteger("chaos.kills", 1);
    private static final long SEED = Long.getLong("chaos.seed", 20261123L);
    private static final int SHORTEST_PAUSE_SECONDS = Integer.getInteger("chaos.pause", 12);
    private static final Duration LONGEST = Duration.ofMinutes(45);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Random random = new Random(SEED);
    private final Kills kills = new Kills();
    private NextKill next = draw();

    @BeforeAll
    static void thePlatformIsUp() {
        Platform.upWithRegionAndPackage();
    }

    @Test
    void nothingIsLostDoubledOrLeaked() throws Exception {
        List<String> addresses = null;
        var clusters = 0;
        while (kills.total() < KILLS) {
            clusters++;
            var given = addressesOfACluster("chaos-" + clusters);
            assertThat(addresses == null ? given : addresses)
                    .as("an address that leaked would be skipped")
                    .isEqualTo(given);
            addresses = given;
        }
        System.out.printf(
                "chaos: seed %d, %d clusters created and deleted, kills %s, lost 0, doubled 0, leaked 0%n",
                SEED, clusters, kills);
    }

    /** Creates a cluster and deletes it, and nothing of it is left. */
    private List<String> addressesOfACluster(String name) throws Exception {
        var creation = Operations.request("POST", "/clusters", """
                {"name": "%s", "deployMode": "AUTOMATIC", "deployModel": "SINGLE_CONTROL_PLANE",
                 "packageVersion": "1.37.2", "deployPlan": "demo", "workers": 1}
                """.formatted(name));
        var cluster = creation.path("cluster").path("id").asString();
        survives(creation);

        var found = Operations.get("/clusters/" + cluster);
        assertThat(found.path("phase").asString()).isEqualTo("READY");
        assertThat(Containers.ofCluster(cluster)).hasSize(2);

        survives(Operations.request("DELETE", "/clusters/" + cluster, ""));
        assertThat(Containers.ofCluster(cluster)).isEmpty();
        assertThat(Containers.volumesOfCluster(cluster)).isEmpty();
        await("programs that still work on " + cluster)
                .atMost(Duration.ofMinutes(1))
                .until(() -> Victim.programsOf(cluster), List::isEmpty);
        return found.path("nodes")
                .valueStream()
                .map(node -> node.path("address").asString())
                .toList();
    }

    /** Kills until the operation has ended, which it must do well. */
    private void survives(JsonNode accepted) throws Exception {
        var id = accepted.path("operation").path("id").asString();
        try (var killer = Executors.newVirtualThreadPerTaskExecutor()) {
            var kill = killer.submit(this::killAgainAndAgain);
            try {
                await("the end of " + id).atMost(LONGEST).pollInterval(LOOK).until(() -> !Operations.isRunning(id));
            } finally {
                killer.shutdownNow();
            }
            kill.get();
        }
        assertThat(Operations.state(id))
                .as(() -> Operations.get("/operations/" + id).toPrettyString())
                .isEqualTo("SUCCEEDED");
        Operations.assertWhole(id);
    }

    /** A kill that was drawn stays the next one when the operation ends before it: the seed repeats them all. */
    private void killAgainAndAgain() {
        try {
            while (true) {
                Thread.sleep(next.pause());
                if (next.victim().kill()) {
                    kills.count(next.victim().name());
                    System.out.printf("chaos: killed %s, %d in all%n", next.victim(), kills.total());
                }
                next = draw();
            }
        } catch (InterruptedException operationEnded) {
            Thread.currentThread().interrupt();
        }
    }

    private NextKill draw() {
        return new NextKill(
                Duration.ofSeconds(SHORTEST_PAUSE_SECONDS + random.nextInt(SHORTEST_PAUSE_SECONDS)),
                List.of(Victim.values()).get(random.nextInt(Victim.values().length)));
    }

    private record NextKill(Duration pause, Victim victim) {}
}
