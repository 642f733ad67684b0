package dev.slipway.e2e.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.chaos.Kills;
import dev.slipway.e2e.platform.Operations;
import dev.slipway.e2e.platform.Platform;
import dev.slipway.e2e.platform.Victim;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Many clusters at once are created and deleted by simulated workers, which run the real workflows against the real
 * platform and die all the time, and now and then a part of the platform with them. The same seed makes the same kills
 * after the same pauses, and the same work.
 */
@Order(6)
@Tag("long")
class SimulatedChaosIT {
    private static final int HOSTS = 2;
    private static final int KILLS = Integer.getInteger("simulation.kills", 60);
    private static final int CLUSTERS = Integer.getInteger("simulation.clusters", 8);
    private static final int WORKERS = Integer.getInteger("simulation.workers", 8);
    private static final Duration LONGEST_PART = Duration.ofMillis(Integer.getInteger("simulation.part", 200));
    private static final int LONGEST_PAUSE = Integer.getInteger("simulation.pause", 500);
    private static final int PLATFORM_SHARE = Integer.getInteger("simulation.platform", 15);
    private static final long SEED = Long.getLong("simulation.seed", 20261123L);
    private static final List<Victim> PLATFORM =
            List.of(Victim.GATEWAY, Victim.PLAN_SERVICE, Victim.TEMPORAL, Victim.POSTGRESQL);

    private final Random random = new Random(SEED);
    private final Kills kills = new Kills();
    private int drawn;

    @BeforeAll
    static void onlySimulatedWorkersWork() {
        Platform.upWithRegionAndPackage();
    }

    @AfterAll
    static void theWorkersWorkAgain() {
        Victim.PROVISIONING_WORKER.release();
        Victim.INSTALL_WORKER.release();
    }

    @Test
    void nothingIsLostDoubledOrLeaked() throws Exception {
        try (var simulation = Simulation.of(SEED, LONGEST_PART)) {
            Victim.PROVISIONING_WORKER.hold();
            Victim.INSTALL_WORKER.hold();
            var operations = operations(simulation);

            var world = simulation.world();
            assertThat(world.faults()).isEmpty();
            assertThat(world.isEmpty()).isTrue();
            assertThat(world.addresses()).isLessThanOrEqualTo(CLUSTERS * HOSTS);
            assertThat(Operations.get("/clusters").path("items")).isEmpty();
            assertThat(kills.total()).isGreaterThanOrEqualTo(KILLS);
            System.out.printf(
                    "chaos: seed %d, %d operations with simulated work, kills %s, steps done again %d, lost 0, doubled 0,"
                            + " leaked 0%n",
                    SEED, operations, kills, world.repeated());
        }
    }

    private int operations(Simulation simulation) throws InterruptedException, ExecutionException {
        try (var crew = new SimulatedCrew(simulation, WORKERS);
                var journeys = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, CLUSTERS)
                    .mapToObj(number -> journeys.submit(() -> clusters(simulation, number)))
                    .toList();
            killWhile(running, crew);
            var sum = 0;
            for (var journey : running) {
                sum += journey.get();
            }
            return sum;
        }
    }

    /** One cluster after the other until enough has died. */
    private int clusters(Simulation simulation, int number) {
        var operations = 0;
        while (kills.total() < KILLS) {
            new SimulatedJourney(simulation, "simulated-%d-%d".formatted(number, operations)).run();
            operations += 2;
        }
        return operations;
    }

    private void killWhile(List<Future<Integer>> running, SimulatedCrew crew) throws InterruptedException {
        while (running.stream().anyMatch(journey -> !journey.isDone())) {
            Thread.sleep(random.nextInt(LONGEST_PAUSE));
            if (kills.total() < KILLS) {
                kill(crew, random.nextInt(Integer.MAX_VALUE));
            }
        }
    }

    /** Each part of the platform has its turn, so that also a short run kills all of them. */
    private void kill(SimulatedCrew crew, int chance) {
        drawn++;
        if (drawn % PLATFORM_SHARE == 0) {
            var victim = PLATFORM.get(drawn / PLATFORM_SHARE % PLATFORM.size());
            if (victim.kill()) {
                kills.count(victim.name());
            }
        } else if (crew.killOne(chance)) {
            kills.count("SIMULATED_WORKER");
        }
    }
}
