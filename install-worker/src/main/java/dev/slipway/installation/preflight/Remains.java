package dev.slipway.installation.preflight;

import dev.slipway.contracts.installation.NodeTarget;
import java.util.Set;
import java.util.stream.Stream;

/** What an earlier cluster or container engine left on a host, and the user may still need. */
final class Remains {
    private static final String CHECK = "remains";
    private static final String MARK = "/var/lib/slipway/cluster";
    /** A cluster that was deleted without this host is there no more to be deleted again. */
    private static final String ORPHANED =
            "delete the cluster that the host belongs to, whose id is in that file, or use another host; when that cluster"
                    + " is gone, give the host back by hand: run the playbook reset with this id, as \"A host whose cluster is"
                    + " gone\" in infra/ansible/README.md says, or remove what else is named here and then the file itself";

    private static final String DOCKER = "/var/lib/docker";

    /** The reset of a cluster removes these as its own, as reset_files of the playbooks says. */
    private static final Set<String> DATA =
            Set.of("/var/lib/etcd", "/var/lib/kubelet", "/var/lib/containerd", "/var/lib/cni");

    private final NodeTarget node;
    private final HostFacts facts;

    Remains(NodeTarget node, HostFacts facts) {
        this.node = node;
        this.facts = facts;
    }

    Stream<Finding> findings() {
        return facts.all("remains").stream().map(this::finding);
    }

    private Finding finding(String what) {
        if (what.equals(DOCKER)) {
            return Finding.warning(
                    node.name(),
                    CHECK,
                    "Docker's data is there: " + what,
                    "it is kept; but see that Docker is not started again: it would use the cluster's containerd");
        }
        return Finding.error(
                node.name(), CHECK, "an earlier cluster or container engine is there: " + what, advice(what));
    }

    private static String advice(String what) {
        if (what.equals(MARK)) {
            return ORPHANED;
        }
        if (what.startsWith("running ")) {
            return "stop and disable it, or use another host";
        }
        return DATA.contains(what)
                ? "move away what is still needed and remove the rest (a reset would delete it all), or use another host"
                : "remove it, or use another host";
    }
}
