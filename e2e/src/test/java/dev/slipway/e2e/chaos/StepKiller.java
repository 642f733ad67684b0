package dev.slipway.e2e.chaos;

import static org.awaitility.Awaitility.await;

import dev.slipway.contracts.operation.Step;
import dev.slipway.e2e.platform.Database;
import dev.slipway.e2e.platform.Operations;
import dev.slipway.e2e.platform.Victim;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Kills the process that does a step in the middle of its work, once for each step. Where the middle is, a run that
 * nobody disturbed has told; a step that plan-service does in a transaction is held in its middle.
 */
final class StepKiller {
    private static final Duration LONGEST = Duration.ofMinutes(45);
    private static final Duration LOOK = Duration.ofMillis(100);

    /** The first try of a step that runs may be dead by now: the last one counts. */
    private static final String RUNNING = """
            select running.step || ' ' || (extract(epoch from max(begun_at)) * 1000)::bigint
            from operation_steps running join operation_attempts tries using (operation_id, step)
            where operation_id = cast(? as uuid) and running.state = 'RUNNING' group by running.step
            """;

    /** What a step of plan-service's own changes, and after which step it comes. */
    private static final Map<Step, Step> BEFORE =
            Map.of(Step.VERIFICATION, Step.PUBLISH, Step.DESTROY_HOSTS, Step.RELEASE, Step.RESET_HOSTS, Step.RELEASE);

    private final Map<String, Duration> usual;
    private final Set<Step> killed = EnumSet.noneOf(Step.class);
    private final Map<Victim, Instant> kills = new EnumMap<>(Victim.class);

    StepKiller(Map<String, Duration> usual) {
        this.usual = usual;
    }

    /** Returns the steps in the middle of which a process was killed. */
    Set<Step> killed() {
        return killed;
    }

    /** Kills until the operation has ended. */
    void follow(String operation) throws SQLException {
        while (Story.isOpen(operation)) {
            for (var running : Database.texts(RUNNING, operation)) {
                look(running.split(" ", -1));
            }
            pause();
        }
    }

    private void look(String[] running) throws SQLException {
        var step = Step.valueOf(running[0]);
        var begun = Instant.ofEpochMilli(Long.parseLong(running[1]));
        var next = BEFORE.get(step);
        if (isInItsMiddle(step, begun)) {
            kill(step);
        } else if (next != null && killed.contains(step) && !killed.contains(next)) {
            killHeld(next, "clusters", () -> {});
        }
    }

    private boolean isInItsMiddle(Step step, Instant begun) {
        var middle = usual.getOrDefault(step.name(), Duration.ZERO).dividedBy(2);
        return !killed.contains(step)
                && begun.isAfter(kills.getOrDefault(victim(step), Instant.MIN))
                && Instant.now().isAfter(begun.plus(middle));
    }

    private void kill(Step step) {
        if (victim(step).kill()) {
            killed.add(step);
            kills.put(victim(step), Instant.now());
            System.out.printf("chaos: killed %s in the middle of %s%n", victim(step), step);
        }
    }

    /** Kills plan-service when a step that is begun by then is about to change a table. */
    void killHeld(Step step, String table, Runnable begin) throws SQLException {
        try (var held = Database.hold(table)) {
            begin.run();
            await(step + " is in its middle").atMost(LONGEST).pollInterval(LOOK).until(held::isWantedByOthers);
            kill(step);
            Victim.PLAN_SERVICE.awaitReturn();
        }
    }

    private static void pause() {
        var start = System.nanoTime();
        await().pollInterval(LOOK).until(() -> System.nanoTime() - start >= LOOK.toNanos());
    }

    private static Victim victim(Step step) {
        return switch (step) {
            case RESERVE, PUBLISH, RELEASE -> Victim.PLAN_SERVICE;
            case PLAN_HOSTS, CREATE_HOSTS, DESTROY_HOSTS -> Victim.PROVISIONING_WORKER;
            default -> Victim.INSTALL_WORKER;
        };
    }

    /** How long the steps of an operation that was not disturbed have taken. */
    static Map<String, Duration> times(String operation) {
        return Operations.steps(operation)
                .valueStream()
                .filter(step -> step.path("state").asString().equals("SUCCEEDED"))
                .collect(Collectors.toMap(
                        step -> step.path("step").asString(),
                        step -> Duration.between(at(step, "startedAt"), at(step, "endedAt"))));
    }

    private static Instant at(JsonNode step, String field) {
        return Instant.parse(step.path(field).asString());
    }

    /** The steps that take long enough to have a middle. */
    List<Step> expected() {
        return usual.entrySet().stream()
                .filter(step -> step.getValue().compareTo(Duration.ofSeconds(1)) >= 0)
                .map(step -> Step.valueOf(step.getKey()))
                .toList();
    }
}
