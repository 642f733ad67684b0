package dev.slipway.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.e2e.platform.Containers;
import dev.slipway.e2e.platform.Operations;
import dev.slipway.e2e.platform.Platform;
import dev.slipway.e2e.platform.Traces;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Whatever dies, no operation is lost: clusters are created and deleted while processes of the platform are killed at
 * random moments, and with {@code chaos.steered} also canceled, tried again, paused, rolled back and deleted half-made.
 * The same seed makes the same kills and the same stories.
 */
@Order(2)
class ChaosIT {
    private static final int KILLS = Integer.getInteger("chaos.kills", 6);
    private static final long SEED = Long.getLong("chaos.seed", 20261123L);
    private static final Duration PAUSE = Duration.ofSeconds(Integer.getInteger("chaos.pause", 4));
    private static final int MOST_AT_ONCE = Integer.getInteger("chaos.at-once", 5);
    private static final boolean STEERED = Boolean.getBoolean("chaos.steered");
    private static final Duration LONGEST = Duration.ofMinutes(45);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int LONGEST_PEACE_SECONDS = 90;
    private static final List<Story> STORIES = List.of(Story.values());

    private final Random random = new Random(SEED);
    private final Killer killer = new Killer(SEED, PAUSE, MOST_AT_ONCE, KILLS);
    private final Map<Story, Integer> stories = new TreeMap<>();
    private final Set<List<String>> addresses = new HashSet<>();

    @BeforeAll
    static void thePlatformIsUp() {
        Platform.upWithRegionAndPackage();
    }

    @Test
    void nothingIsLostDoubledOrLeaked() throws Exception {
        var clusters = 0;
        while (killer.total() < KILLS) {
            clusters++;
            live("chaos-" + clusters);
        }
        assertThat(addresses).as("an address that leaked would be skipped").hasSizeLessThanOrEqualTo(1);
        System.out.printf(
                "chaos: seed %d, %d clusters created and deleted %s, kills %s, lost 0, doubled 0, leaked 0%n",
                SEED, clusters, stories, killer);
    }

    private void live(String name) throws InterruptedException, ExecutionException {
        var story = STEERED ? STORIES.get(random.nextInt(STORIES.size())) : Story.UNDISTURBED;
        var peace = Duration.ofSeconds(random.nextInt(LONGEST_PEACE_SECONDS));
        stories.merge(story, 1, Integer::sum);
        var accepted = Operations.request("POST", "/clusters", """
                {"name": "%s", "deployMode": "AUTOMATIC", "deployModel": "SINGLE_CONTROL_PLANE",
                 "packageVersion": "1.37.2", "deployPlan": "demo", "workers": 1}
                """.formatted(name));
        var creation = id(accepted, "operation");
        var cluster = id(accepted, "cluster");
        killer.during(() -> create(story, peace, creation, cluster));
        Operations.assertLogWhole(creation);
        if (story == Story.DELETED) {
            delete(cluster);
        } else if (exists(cluster)) {
            assertReady(creation, cluster);
            delete(cluster);
        }
        assertThat(Operations.state(creation)).isIn(ends(story));
        Traces.assertNone(cluster);
    }

    private static void create(Story story, Duration peace, String creation, String cluster) {
        var begin = System.nanoTime();
        if (story != Story.UNDISTURBED) {
            await("the moment to interfere")
                    .atMost(LONGEST)
                    .pollInterval(LOOK)
                    .until(() -> System.nanoTime() - begin > peace.toNanos() || !Story.isOpen(creation));
            System.out.printf("chaos: %s after %s%n", story, peace);
            story.interfere(creation, cluster);
        }
        awaitEnd(creation);
    }

    private void delete(String cluster) throws InterruptedException, ExecutionException {
        var deletion = deletion(cluster);
        killer.during(() -> awaitEnd(deletion));
        assertThat(Operations.state(deletion))
                .as(() -> Operations.get("/operations/" + deletion).toPrettyString())
                .isEqualTo("SUCCEEDED");
        Operations.assertWhole(deletion);
    }

    /** The one that runs or has run already, or a new one. */
    private static String deletion(String cluster) {
        return Operations.get("/operations?cluster=" + cluster)
                .path("items")
                .valueStream()
                .filter(each -> each.path("kind").asString().equals("DELETE"))
                .map(each -> each.path("id").asString())
                .findFirst()
                .orElseGet(() -> id(Operations.request("DELETE", "/clusters/" + cluster, ""), "operation"));
    }

    private void assertReady(String creation, String cluster) {
        Operations.assertWhole(creation);
        var found = Operations.get("/clusters/" + cluster);
        assertThat(found.path("phase").asString()).isEqualTo("READY");
        assertThat(Containers.ofCluster(cluster)).hasSize(2);
        addresses.add(found.path("nodes")
                .valueStream()
                .map(node -> node.path("address").asString())
                .toList());
    }

    private static List<String> ends(Story story) {
        return switch (story) {
            case ROLLED_BACK -> List.of("ROLLED_BACK", "SUCCEEDED");
            case DELETED -> List.of("CANCELED", "SUCCEEDED");
            default -> List.of("SUCCEEDED");
        };
    }

    /** Nobody decides any more: an operation that stops by itself is lost. One that gives way stops before it ends. */
    private static void awaitEnd(String id) {
        await("the end of " + id).atMost(LONGEST).pollInterval(LOOK).until(() -> {
            var found = Operations.get("/operations/" + id);
            var canceled = found.path("failure").path("type").asString().equals("CANCELED");
            assertThat(found.path("state").asString())
                    .as(found::toPrettyString)
                    .isNotEqualTo("FAILED")
                    .satisfies(state -> assertThat(canceled || !state.equals("STOPPED"))
                            .as("goes on")
                            .isTrue());
            return !Story.isOpen(id);
        });
    }

    private static boolean exists(String cluster) {
        return Operations.get("/clusters")
                .path("items")
                .valueStream()
                .anyMatch(each -> each.path("id").asString().equals(cluster));
    }

    private static String id(JsonNode accepted, String part) {
        return accepted.path(part).path("id").asString();
    }
}
