package dev.slipway.e2e.simulation;

import dev.slipway.contracts.operation.OperationReference;
import dev.slipway.contracts.operation.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;

/** What simulated work changes: the hosts there are and how far each operation came. It notes what must never be. */
final class SimulatedWorld {
    /** Steps of one stage may run side by side; a stage begins when the one before it has ended. */
    private static final List<Set<Step>> STAGES = List.of(
            Set.of(Step.PLAN_HOSTS),
            Set.of(Step.CREATE_HOSTS),
            Set.of(Step.PREFLIGHT),
            Set.of(Step.PACKAGE_SOURCE, Step.CONTAINER_RUNTIME),
            Set.of(Step.HOST_BASELINE, Step.IMAGES),
            Set.of(Step.CONTROL_PLANE),
            Set.of(Step.NETWORK, Step.WORKERS),
            Set.of(Step.DNS, Step.METRICS_SERVER),
            Set.of(Step.VERIFICATION),
            Set.of(Step.DESTROY_HOSTS));

    private final Map<String, Map<String, String>> hosts = new HashMap<>();
    private final Map<String, Integer> stages = new HashMap<>();
    private final Set<String> done = new HashSet<>();
    private final Map<String, Try> current = new HashMap<>();
    private final Map<String, String> activities = new HashMap<>();
    private final Set<String> addresses = new HashSet<>();
    private final List<String> faults = new ArrayList<>();
    private int repeated;

    /**
     * A worker begins a try of a step. Nothing may have gone beyond it, and as nobody asks for a retry here it has to
     * be the activity that was begun first. An older try of it can do no more.
     */
    synchronized Try begin(OperationReference operation, Step step, String activity, SimulatedWorker worker) {
        var now = new Try(name(operation.operationId(), step), worker);
        current.put(now.name, now);
        var first = activities.putIfAbsent(now.name, activity);
        if (first != null && !first.equals(activity)) {
            faults.add("done by two activities: " + now.name);
        }
        var stage = stage(step);
        if (stages.merge(operation.operationId(), stage, Math::max) > stage) {
            faults.add("done again after a later step began: " + now.name);
        }
        return now;
    }

    /** The effect of a step, which neither a dead worker nor one whose place was taken has; a later try finds it. */
    synchronized void change(Try now, Runnable effect) {
        if (now.worker.isDead() || current.get(now.name) != now) {
            throw new CancellationException("Another try goes on with " + now.name);
        }
        if (!done.add(now.name)) {
            repeated++;
        }
        effect.run();
    }

    /** Tells whether a step has had its effect. */
    synchronized boolean isDone(String operation, Step step) {
        return done.contains(name(operation, step));
    }

    /** A host that is there already stays; its address must belong to nobody else. */
    synchronized void make(String cluster, String name, String address) {
        hosts.forEach((other, theirs) -> {
            if (!other.equals(cluster) && theirs.containsValue(address)) {
                faults.add("address %s of %s is given to %s too".formatted(address, other, cluster));
            }
        });
        addresses.add(address);
        var known = hosts.computeIfAbsent(cluster, id -> new HashMap<>()).putIfAbsent(name, address);
        if (known != null && !known.equals(address)) {
            faults.add("host %s of %s exists twice: %s and %s".formatted(name, cluster, known, address));
        }
    }

    synchronized void destroy(String cluster) {
        hosts.remove(cluster);
    }

    synchronized Map<String, String> hosts(String cluster) {
        return Map.copyOf(hosts.getOrDefault(cluster, Map.of()));
    }

    synchronized boolean isEmpty() {
        return hosts.isEmpty();
    }

    /** How many addresses hosts have had: as the lowest free one is given, more than were needed at once are a leak. */
    synchronized int addresses() {
        return addresses.size();
    }

    synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    /** How often a step was tried again that had had its effect before its worker died. */
    synchronized int repeated() {
        return repeated;
    }

    private static String name(String operation, Step step) {
        return operation + " " + step;
    }

    private static int stage(Step step) {
        for (var stage = 0; stage < STAGES.size(); stage++) {
            if (STAGES.get(stage).contains(step)) {
                return stage;
            }
        }
        throw new IllegalArgumentException("No worker does the step " + step);
    }

    /** One try of a step by one worker. */
    static final class Try {
        private final String name;
        private final SimulatedWorker worker;

        private Try(String name, SimulatedWorker worker) {
            this.name = name;
            this.worker = worker;
        }
    }
}
