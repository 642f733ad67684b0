package dev.slipway.cli.cluster;

import dev.slipway.cli.command.OutputOption;
import dev.slipway.cli.command.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Shows one cluster. */
@Command(name = "show", description = "Show a cluster, the operation on it, and its nodes.")
final class ClusterShow implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private OutputOption output = new OutputOption();

    @Parameters(paramLabel = "NAME", description = "The cluster.")
    private String name = "";

    ClusterShow(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        JsonNode cluster = surroundings.api().cluster(name);
        if (output.json()) {
            surroundings.output().json(cluster);
            return 0;
        }
        surroundings
                .output()
                .line("%s: %s, Kubernetes %s"
                        .formatted(
                                cluster.path("name").asString(""),
                                cluster.path("phase").asString(""),
                                cluster.path("spec").path("packageVersion").asString("")));
        OpenOperation.of(cluster).lines().forEach(surroundings.output()::line);
        surroundings.output().table(List.of("NODE", "ROLE", "ZONE", "ADDRESS"), rows(cluster.path("nodes")));
        return 0;
    }

    private static List<List<String>> rows(JsonNode nodes) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode node : nodes) {
            rows.add(List.of(
                    node.path("name").asString(""),
                    node.path("role").asString(""),
                    node.path("zone").asString("-"),
                    node.path("address").asString("-")));
        }
        return rows;
    }
}
