package dev.slipway.cli.cluster;

import dev.slipway.cli.api.SlipwayApi;
import dev.slipway.cli.command.Confirmation;
import dev.slipway.cli.command.OutputOption;
import dev.slipway.cli.command.Surroundings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

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
        String id = api.cluster(name).path("id").asString();
        confirmation.ask(surroundings, "This deletes the cluster " + name + " and everything in it.", name);
        return new Accepted(surroundings, api.client().delete("/clusters/" + id)).tell(output.json(), wait.asked());
    }
}
