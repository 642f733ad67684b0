package dev.slipway.cli.cluster;

import dev.slipway.cli.command.OutputOption;
import dev.slipway.cli.command.Surroundings;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** Lists clusters. */
@Command(
        name = "list",
        description = "List the clusters, and what an operation on them is at: one that is STOPPED waits for you.")
final class ClusterList implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private OutputOption output = new OutputOption();

    ClusterList(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<JsonNode> clusters = surroundings.api().all("/clusters");
        if (output.json()) {
            surroundings.output().json(clusters);
        } else {
            surroundings
                    .output()
                    .table(
                            List.of("NAME", "PHASE", "OPERATION", "VERSION", "NODES", "CREATED"),
                            clusters.stream().map(ClusterList::row).toList());
        }
        return 0;
    }

    private static List<String> row(JsonNode cluster) {
        return List.of(
                cluster.path("name").asString(""),
                cluster.path("phase").asString(""),
                OpenOperation.of(cluster).state(),
                cluster.path("spec").path("packageVersion").asString(""),
                Integer.toString(cluster.path("nodes").size()),
                cluster.path("createdAt").asString(""));
    }
}
