package dev.slipway.provisioning.region;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.provisioning.terraform.Execution;
import dev.slipway.toolkit.process.Command;
import dev.slipway.toolkit.process.ExitException;
import dev.slipway.toolkit.process.OutputLine;
import dev.slipway.toolkit.process.StartException;
import dev.slipway.toolkit.process.Stream;
import dev.slipway.toolkit.temporal.Failures;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Containers and volumes that carry the label of a cluster but are not in its state: a run that died had made them and
 * could not say so. They would be in the way of their successors.
 */
public final class ContainerLeftovers {
    private final Command docker;
    private final Execution execution;
    private final String filter;

    /**
     * Prepares the search.
     *
     * @param docker the program with its directory and environment
     */
    public ContainerLeftovers(Command docker, Execution execution, String clusterId) {
        this.docker = docker;
        this.execution = execution;
        this.filter = "--filter=label=dev.slipway.cluster=" + clusterId;
    }

    /**
     * Removes them and returns how many there were.
     *
     * @param state ids of what is in the state; asked for only when something carries the label
     */
    public int remove(Supplier<Set<String>> state) {
        var containers = listed("ps", "--all", "--quiet", "--no-trunc", filter);
        var volumes = listed("volume", "ls", "--quiet", filter);
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
            listed(arguments.toArray(String[]::new));
        }
        return unknown.size();
    }

    private List<String> listed(String... arguments) {
        var lines = new ArrayList<String>();
        var command = new Command(
                docker.executable(), List.of(arguments), docker.environment(), docker.directory(), Set.of());
        try {
            execution.run(command, line -> keep(line, lines));
            return lines;
        } catch (ExitException | StartException e) {
            throw Failures.of(
                    FailureType.TOOL_FAILED,
                    "Docker could not be asked what an earlier run left: " + e.getMessage() + ".",
                    null,
                    e);
        }
    }

    private static void keep(OutputLine line, List<String> lines) {
        if (line.stream() == Stream.OUT && !line.text().isBlank()) {
            lines.add(line.text().strip());
        }
    }
}
