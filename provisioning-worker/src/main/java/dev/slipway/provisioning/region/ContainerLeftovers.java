package dev.slipway.provisioning.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Containers and volumes that carry the label of a cluster but are not in its state: a run that died had made them and
 * could not say so. They would be in the way of their successors.
 */
public final class ContainerLeftovers {
    private final ContainerEngine engine;

    /** Prepares the search for what belongs to a cluster. */
    public ContainerLeftovers(ContainerEngine engine) {
        this.engine = engine;
    }

    /**
     * Removes them and returns how many there were.
     *
     * @param state ids of what is in the state; asked for only when something carries the label
     */
    public int remove(Supplier<Set<String>> state) {
        var containers = engine.ofCluster("ps", "--all", "--quiet", "--no-trunc");
        var volumes = engine.ofCluster("volume", "ls", "--quiet");
        if (containers.isEmpty() && volumes.isEmpty()) {
            return 0;
        }
        var known = state.get();
        return remove(containers, known, "rm", "--force", "--volumes") + remove(volumes, known, "volume", "rm");
    }

    private int remove(List<String> found, Set<String> known, String... verb) {
        var unknown = found.stream().filter(id -> !known.contains(id)).toList();
        if (!unknown.isEmpty()) {
            var arguments = new ArrayList<>(List.of(verb));
            arguments.addAll(unknown);
            engine.lines(arguments);
        }
        return unknown.size();
    }
}
