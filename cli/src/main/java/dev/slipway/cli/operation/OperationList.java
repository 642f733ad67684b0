package dev.slipway.cli.operation;

import dev.slipway.cli.command.OutputOption;
import dev.slipway.cli.command.Surroundings;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Lists operations. */
@Command(name = "list", description = "List operations, newest first.")
final class OperationList implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private OutputOption output = new OutputOption();

    @Option(names = "--cluster", paramLabel = "NAME", description = "Only those of this cluster.")
    private @Nullable String cluster;

    OperationList(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        String filter = cluster == null
                ? ""
                : "?cluster=" + surroundings.api().cluster(cluster).path("id").asString();
        List<JsonNode> operations = surroundings.api().all("/operations" + filter);
        if (output.json()) {
            surroundings.output().json(operations);
        } else {
            surroundings
                    .output()
                    .table(
                            List.of("ID", "CLUSTER", "KIND", "STATE", "STEPS", "CREATED"),
                            operations.stream().map(OperationList::row).toList());
        }
        return 0;
    }

    private static List<String> row(JsonNode operation) {
        return List.of(
                operation.path("id").asString(""),
                operation.path("clusterName").asString(""),
                operation.path("kind").asString(""),
                operation.path("state").asString(""),
                operation.path("stepsDone").asInt(0) + "/"
                        + operation.path("stepsTotal").asInt(0),
                operation.path("createdAt").asString(""));
    }
}
