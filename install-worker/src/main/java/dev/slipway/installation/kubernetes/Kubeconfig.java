package dev.slipway.installation.kubernetes;

import io.fabric8.kubernetes.api.model.Config;
import io.fabric8.kubernetes.client.utils.Serialization;

/** The administrator's kubeconfig of a cluster; only ever in memory. */
final class Kubeconfig {
    private final String yaml;

    private Kubeconfig(String yaml) {
        this.yaml = yaml;
    }

    /** Takes the file kubeadm wrote and lets it point to an address that is reachable from outside. */
    static Kubeconfig of(String adminConf, String address, int apiPort) {
        Config config = Serialization.unmarshal(adminConf, Config.class);
        config.getClusters().forEach(cluster -> cluster.getCluster().setServer("https://" + address + ":" + apiPort));
        return new Kubeconfig(Serialization.asYaml(config));
    }

    String yaml() {
        return yaml;
    }

    @Override
    public String toString() {
        return "Kubeconfig[***]";
    }
}
