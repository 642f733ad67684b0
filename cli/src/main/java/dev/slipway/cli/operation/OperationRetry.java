package dev.slipway.cli.operation;

import dev.slipway.cli.command.OutputOption;
import dev.slipway.cli.command.Surroundings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Runs the step again at which an operation has stopped, with what a person has mended. */
@Command(
        name = "retry",
        description = {
            "Run the step again at which the operation has stopped.",
            "What no step has used yet may be changed: packageVersion, network.podNetwork, network.serviceNetwork,"
                    + " network.podsPerNode, network.proxyMode, network.addOn, network.flannelBackend, apiPort, labels.KEY."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  slipway operation retry 3f6c... --reason 'disk replaced'",
            "  slipway operation retry 3f6c... --set apiPort=7443 --set labels.team=blue --reason 'port in use'"
        })
final class OperationRetry implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private OutputOption output = new OutputOption();

    @Parameters(paramLabel = "ID", description = "The operation.")
    private String id = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the record.")
    private @Nullable String reason;

    @Option(
            names = "--set",
            paramLabel = "FIELD=VALUE",
            description = "Change this of the cluster first; a label without a value goes.")
    private Map<String, String> changes = new LinkedHashMap<>();

    OperationRetry(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Map<String, Object> decision = changes.isEmpty()
                ? Map.of("decision", "RETRY")
                : Map.of("decision", "RETRY", "changes", new ChangedFields(changes).nested());
        JsonNode operation = OperationWish.send(surroundings, id, "decisions", decision, reason);
        String sentence = "trying again; see how it goes on: slipway operation follow " + id;
        OperationWish.tell(surroundings, output, operation, sentence);
        return 0;
    }
}
