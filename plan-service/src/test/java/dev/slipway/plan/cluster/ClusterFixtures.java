package dev.slipway.plan.cluster;

import dev.slipway.plan.cluster.network.NetworkDraft;
import dev.slipway.plan.cluster.spec.ClusterDraft;
import dev.slipway.plan.cluster.spec.HostDraft;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Drafts of clusters that are valid until a test changes them. */
public final class ClusterFixtures {
    private ClusterFixtures() {}

    /** Returns a small cluster on made hosts. */
    public static ClusterDraft automatic() {
        return new ClusterDraft(
                "demo", "AUTOMATIC", "SINGLE_CONTROL_PLANE", "1.37.2", "small", 1, null, null, null, null);
    }

    /** Returns a small cluster on the registered hosts host-1 and host-2. */
    public static ClusterDraft manual() {
        return new ClusterDraft(
                "demo", "MANUAL", "SINGLE_CONTROL_PLANE", "1.37.2", null, null, hosts(1, 1), null, null, null);
    }

    /** Returns assignments of host-1, host-2 and so on. */
    public static List<HostDraft> hosts(int controlPlanes, int workers) {
        return IntStream.rangeClosed(1, controlPlanes + workers)
                .mapToObj(
                        number -> new HostDraft("host-" + number, number <= controlPlanes ? "CONTROL_PLANE" : "WORKER"))
                .toList();
    }

    /** Changes the name. */
    public static ClusterDraft named(ClusterDraft draft, String name) {
        return changed(draft, parts -> parts.with(0, name));
    }

    /** Changes the mode. */
    public static ClusterDraft mode(ClusterDraft draft, String mode) {
        return changed(draft, parts -> parts.with(1, mode));
    }

    /** Changes the model. */
    public static ClusterDraft model(ClusterDraft draft, String model) {
        return changed(draft, parts -> parts.with(2, model));
    }

    /** Changes the version. */
    public static ClusterDraft version(ClusterDraft draft, String version) {
        return changed(draft, parts -> parts.with(3, version));
    }

    /** Changes the plan. */
    public static ClusterDraft plan(ClusterDraft draft, String plan) {
        return changed(draft, parts -> parts.with(4, plan));
    }

    /** Changes the number of workers. */
    public static ClusterDraft workers(ClusterDraft draft, Integer workers) {
        return changed(draft, parts -> parts.with(5, workers));
    }

    /** Changes the hosts. */
    public static ClusterDraft on(ClusterDraft draft, HostDraft... hosts) {
        return changed(draft, parts -> parts.with(6, Arrays.asList(hosts)));
    }

    /** Changes the networks. */
    public static ClusterDraft network(ClusterDraft draft, NetworkDraft network) {
        return changed(draft, parts -> parts.with(7, network));
    }

    /** Changes the networks' addresses and the pods per node. */
    public static ClusterDraft network(ClusterDraft draft, String pods, String services, Integer podsPerNode) {
        return network(draft, new NetworkDraft(pods, services, podsPerNode, null, null, null));
    }

    /** Changes the API port. */
    public static ClusterDraft port(ClusterDraft draft, int port) {
        return changed(draft, parts -> parts.with(8, port));
    }

    /** Changes the labels. */
    public static ClusterDraft labels(ClusterDraft draft, Map<String, String> labels) {
        return changed(draft, parts -> parts.with(9, labels));
    }

    @SuppressWarnings("unchecked")
    private static ClusterDraft changed(ClusterDraft draft, UnaryOperator<Parts> change) {
        var parts = change.apply(Parts.of(draft)).values();
        return new ClusterDraft(
                (String) parts.get(0),
                (String) parts.get(1),
                (String) parts.get(2),
                (String) parts.get(3),
                (String) parts.get(4),
                (Integer) parts.get(5),
                (List<HostDraft>) parts.get(6),
                (NetworkDraft) parts.get(7),
                (Integer) parts.get(8),
                (Map<String, String>) parts.get(9));
    }

    private record Parts(List<Object> values) {
        static Parts of(ClusterDraft draft) {
            return new Parts(Arrays.asList(
                    draft.name(),
                    draft.deployMode(),
                    draft.deployModel(),
                    draft.packageVersion(),
                    draft.deployPlan(),
                    draft.workers(),
                    draft.hosts(),
                    draft.network(),
                    draft.apiPort(),
                    draft.labels()));
        }

        Parts with(int index, Object value) {
            var changed = new ArrayList<>(values);
            changed.set(index, value);
            return new Parts(changed);
        }
    }
}
