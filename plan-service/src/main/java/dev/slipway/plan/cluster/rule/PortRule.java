package dev.slipway.plan.cluster.rule;

import dev.slipway.plan.cluster.spec.ClusterDraft;
import dev.slipway.toolkit.web.Violation;
import java.util.Map;
import java.util.stream.Stream;

/** The API server's port is nobody else's on a control plane node, and no NodePort. */
final class PortRule implements Rule {
    private static final String FIELD = "apiPort";
    private static final int HTTPS = 443;
    private static final int FIRST = 1024;
    private static final int LAST = 65535;
    private static final int FIRST_NODE_PORT = 30000;
    private static final int LAST_NODE_PORT = 32767;

    /** As slipway_api_load_balancer_port of the playbooks: every node has the balancer when API servers are several. */
    private static final int LOAD_BALANCER = 8443;

    /** Who listens on a node besides the API server, with the pods of our manifests that share its network. */
    static final Map<Integer, String> TAKEN = Map.of(
            2379, "etcd",
            2380, "etcd",
            2381, "etcd",
            10247, "flannel",
            10248, "the kubelet",
            10249, "kube-proxy",
            10250, "the kubelet",
            10256, "kube-proxy",
            10257, "kube-controller-manager",
            10259, "kube-scheduler");

    @Override
    public Stream<Violation> check(ClusterDraft draft, Circumstances facts) {
        var port = draft.port();
        var user = TAKEN.get(port);
        return Stream.of(
                        Rule.unless(
                                port == HTTPS || (port >= FIRST && port <= LAST),
                                FIELD,
                                "must be 443 or 1024 to 65535"),
                        Rule.unless(
                                port < FIRST_NODE_PORT || port > LAST_NODE_PORT,
                                FIELD,
                                "%d is a NodePort (30000 to 32767)".formatted(port)),
                        Rule.unless(user == null, FIELD, "%d is the port of %s on every node".formatted(port, user)),
                        Rule.unless(
                                port != LOAD_BALANCER || !isBalanced(draft),
                                FIELD,
                                "%d is the port of the API's load balancer on every node of a cluster with several control plane nodes; choose another, as 6443"
                                        .formatted(port)))
                .flatMap(found -> found);
    }

    /** Other numbers of control plane hosts than the model's are refused elsewhere, so the model alone tells. */
    private static boolean isBalanced(ClusterDraft draft) {
        var model = draft.model();
        return model != null && model.controlPlanes() > 1;
    }
}
