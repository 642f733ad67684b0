package dev.slipway.installation.kubernetes;

import dev.slipway.contracts.installation.NodeTarget;
import io.fabric8.kubernetes.api.model.Config;
import io.fabric8.kubernetes.api.model.NamedCluster;
import io.fabric8.kubernetes.api.model.NamedClusterBuilder;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.api.model.NamedContextBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;

/** The administrator's kubeconfig of a cluster; only ever in memory. */
final class Kubeconfig {
    private final String yaml;

    private Kubeconfig(String yaml) {
        this.yaml = yaml;
    }

    /**
     * Takes the file kubeadm wrote and lets it point to an address that is reachable from outside: to that of the first
     * control plane node, and in a context of its own name to each of the others, for when the first one is lost.
     */
    static Kubeconfig of(String adminConf, List<NodeTarget> controlPlane, int apiPort) {
        Config config = Serialization.unmarshal(adminConf, Config.class);
        NamedCluster cluster = config.getClusters().getFirst();
        NamedContext context = config.getContexts().getFirst();
        cluster.getCluster().setServer(server(controlPlane.getFirst(), apiPort));
        for (NodeTarget other : controlPlane.subList(1, controlPlane.size())) {
            config.getClusters().add(at(other, apiPort, cluster));
            config.getContexts().add(at(other, context));
        }
        return new Kubeconfig(Serialization.asYaml(config));
    }

    private static NamedCluster at(NodeTarget node, int apiPort, NamedCluster first) {
        return new NamedClusterBuilder(first)
                .withName(node.name())
                .editCluster()
                .withServer(server(node, apiPort))
                .endCluster()
                .build();
    }

    private static NamedContext at(NodeTarget node, NamedContext first) {
        return new NamedContextBuilder(first)
                .withName(node.name())
                .editContext()
                .withCluster(node.name())
                .endContext()
                .build();
    }

    private static String server(NodeTarget node, int apiPort) {
        return "https://" + node.address() + ":" + apiPort;
    }

    String yaml() {
        return yaml;
    }

    @Override
    public String toString() {
        return "Kubeconfig[***]";
    }
}
