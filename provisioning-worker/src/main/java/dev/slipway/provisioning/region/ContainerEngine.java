package dev.slipway.provisioning.region;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.provisioning.terraform.Execution;
import dev.slipway.provisioning.terraform.KnownError;
import dev.slipway.toolkit.process.Command;
import dev.slipway.toolkit.process.ExitException;
import dev.slipway.toolkit.process.OutputLine;
import dev.slipway.toolkit.process.StartException;
import dev.slipway.toolkit.process.Stream;
import dev.slipway.toolkit.temporal.Failures;
import io.temporal.failure.ApplicationFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The engine that runs the container hosts of a cluster, asked with its own program. */
public final class ContainerEngine {
    private final Command docker;
    private final Execution execution;
    private final String clusterId;

    /**
     * Prepares the questions.
     *
     * @param docker the program with its directory and environment
     */
    public ContainerEngine(Command docker, Execution execution, String clusterId) {
        this.docker = docker;
        this.execution = execution;
        this.clusterId = clusterId;
    }

    /** Returns what carries the label of the cluster. */
    List<String> ofCluster(String... question) {
        var arguments = new ArrayList<>(List.of(question));
        arguments.add("--filter=label=dev.slipway.cluster=" + clusterId);
        return lines(arguments);
    }

    List<String> lines(List<String> arguments) {
        var lines = new ArrayList<String>();
        var command = new Command(docker.executable(), arguments, docker.environment(), docker.directory(), Set.of());
        try {
            execution.run(command, line -> keep(line, lines));
            return lines;
        } catch (ExitException | StartException e) {
            throw failure(e);
        }
    }

    private static ApplicationFailure failure(RuntimeException cause) {
        var said = String.valueOf(cause.getMessage());
        var silent = KnownError.in(said).filter(known -> known.type() == FailureType.REGION_UNREACHABLE);
        return Failures.of(
                silent.map(KnownError::type).orElse(FailureType.TOOL_FAILED),
                "Docker could not be asked about the hosts of the cluster: %s%s."
                        .formatted(
                                said, silent.map(known -> "; " + known.advice()).orElse("")),
                null,
                cause);
    }

    private static void keep(OutputLine line, List<String> lines) {
        if (line.stream() == Stream.OUT && !line.text().isBlank()) {
            lines.add(line.text().strip());
        }
    }
}
