package dev.slipway.cli.cluster;

import dev.slipway.cli.api.SlipwayApi;
import dev.slipway.cli.command.Surroundings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints the kubeconfig of a cluster. */
@Command(
        name = "kubeconfig",
        description = "Print the kubeconfig of a cluster.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  (umask 077; slipway cluster kubeconfig demo > demo.yaml)",
            "  kubectl --kubeconfig demo.yaml get nodes",
            "",
            "It points to the first control plane node. Of a highly available cluster it has a context for each other one,",
            "named as the node, for when the first is lost:",
            "  kubectl --kubeconfig ha.yaml --context ha-control-plane-2 get nodes"
        })
final class ClusterKubeconfig implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "NAME", description = "The cluster.")
    private String name = "";

    ClusterKubeconfig(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        SlipwayApi api = surroundings.api();
        String id = api.cluster(name).path("id").asString();
        surroundings.output().raw(api.client().text("/clusters/" + id + "/kubeconfig"));
        return 0;
    }
}
