package dev.slipway.cli.cluster;

import dev.slipway.cli.api.SlipwayApi;
import dev.slipway.cli.command.Confirmation;
import dev.slipway.cli.command.OutputOption;
import dev.slipway.cli.command.Surroundings;
import dev.slipway.cli.files.PrivateFiles;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Asks for the end of a cluster. */
@Command(name = "delete", description = "Delete a cluster and the hosts that were made for it.")
final class ClusterDelete implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private OutputOption output = new OutputOption();

    @Mixin
    private WaitOption wait = new WaitOption();

    @Mixin
    private Confirmation confirmation = new Confirmation();

    @Parameters(paramLabel = "NAME", description = "The cluster.")
    private String name = "";

    ClusterDelete(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        SlipwayApi api = surroundings.api();
        JsonNode cluster = api.cluster(name);
        confirmation.ask(surroundings, "This deletes the cluster " + name + " and everything in it.", name);
        JsonNode answer = api.client().delete("/clusters/" + cluster.path("id").asString());
        forgetKubeconfig(cluster.path("name").asString(""));
        return new Accepted(surroundings, answer).tell(output.json(), wait.asked());
    }

    /** A deletion that was accepted always ends: what leads to the cluster is worth nothing from now on. */
    private void forgetKubeconfig(String cluster) {
        Path kubeconfig = surroundings.instance().home().kubeconfig(cluster);
        if (PrivateFiles.delete(kubeconfig)) {
            surroundings.tell("removed " + kubeconfig);
        }
    }
}
