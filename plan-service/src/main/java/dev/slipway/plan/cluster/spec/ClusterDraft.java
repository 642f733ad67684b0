package dev.slipway.plan.cluster.spec;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.slipway.contracts.cluster.NodeRole;
import dev.slipway.plan.cluster.network.NetworkDraft;
import dev.slipway.plan.deployplan.DeployModel;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A cluster as asked for: anything may be absent or wrong, the rules say what. */
public record ClusterDraft(
        @Schema(description = "lower case letters, digits and inner hyphens", maxLength = 40) @Nullable
        String name,

        @Schema(implementation = DeployMode.class) @Nullable String deployMode,

        @Schema(implementation = DeployModel.class) @Nullable
        String deployModel,

        @Schema(description = "of a registered offline package that is ONLINE") @Nullable
        String packageVersion,

        @Schema(description = "name of a deploy plan of the same model; in mode AUTOMATIC it is required") @Nullable
        String deployPlan,

        @Schema(
                description = "in mode AUTOMATIC it is required; 3 or more in model HIGHLY_AVAILABLE",
                minimum = "1",
                maximum = "5000")
        @Nullable
        Integer workers,

        @Schema(description = "registered hosts that no cluster uses; in mode MANUAL they are required") @Nullable
        List<@Nullable HostDraft> hosts,

        @Nullable NetworkDraft network,

        @Schema(
                description = "443 or 1024 to 65535, of no other part of Kubernetes and no NodePort;"
                        + " not 8443 in model HIGHLY_AVAILABLE",
                defaultValue = "" + ClusterDraft.API_PORT,
                minimum = "443",
                maximum = "65535")
        @Nullable
        Integer apiPort,

        @Schema(description = "put on every node when it joins: keys and values as of Kubernetes labels") @Nullable
        Map<String, @Nullable String> labels) {
    /** A cluster that may be asked for, for the OpenAPI document. */
    public static final String EXAMPLE = """
            {
              "name": "demo",
              "deployMode": "AUTOMATIC",
              "deployModel": "SINGLE_CONTROL_PLANE",
              "packageVersion": "1.37.2",
              "deployPlan": "small",
              "workers": 2,
              "network": {"podNetwork": "10.32.0.0/16", "podsPerNode": 110},
              "apiPort": 6443,
              "labels": {"team": "blue"}
            }
            """;

    static final int API_PORT = 6443;

    /** Returns a draft that asks for what is there. */
    public static ClusterDraft of(ClusterSpec spec) {
        var hosts = spec.hosts();
        return new ClusterDraft(
                spec.name(),
                spec.deployMode().name(),
                spec.deployModel().name(),
                spec.packageVersion(),
                spec.deployPlan(),
                spec.workers(),
                hosts == null ? null : drafts(hosts),
                NetworkDraft.of(spec.network()),
                spec.apiPort(),
                new TreeMap<>(spec.labels()));
    }

    private static List<@Nullable HostDraft> drafts(List<HostAssignment> hosts) {
        return hosts.stream().<@Nullable HostDraft>map(HostDraft::of).toList();
    }

    /** Returns the mode, or nothing when absent or unknown. */
    public @Nullable DeployMode mode() {
        return Choice.of(DeployMode.class, deployMode);
    }

    /** Returns the model, or nothing when absent or unknown. */
    public @Nullable DeployModel model() {
        return Choice.of(DeployModel.class, deployModel);
    }

    /** Returns the host assignments, none when absent. */
    public List<@Nullable HostDraft> assignments() {
        return requireNonNullElse(hosts, List.of());
    }

    /** Returns the networks with defaults filled in. */
    public NetworkDraft networks() {
        return requireNonNullElse(network, NetworkDraft.empty()).withDefaults();
    }

    /** Returns the API port, the usual one when absent. */
    public int port() {
        return requireNonNullElse(apiPort, API_PORT);
    }

    /** Returns how many nodes the draft asks for, in either mode; 0 when it does not say. */
    public int nodes() {
        var model = model();
        if (mode() == DeployMode.MANUAL) {
            return assignments().size();
        }
        return model == null || workers == null ? 0 : model.controlPlanes() + workers;
    }

    /** Returns the labels of a draft that was found valid, none when absent. */
    public Map<String, String> givenLabels() {
        var given = new TreeMap<String, String>();
        if (labels != null) {
            labels.forEach((key, value) -> given.put(key, requireNonNull(value)));
        }
        return given;
    }

    /** Returns the spec of a draft that was found valid. */
    public ClusterSpec toSpec() {
        return new ClusterSpec(
                requireNonNull(name),
                requireNonNull(mode()),
                requireNonNull(model()),
                requireNonNull(packageVersion),
                deployPlan,
                workers,
                hosts == null
                        ? null
                        : hosts.stream().map(ClusterDraft::assignment).toList(),
                networks().toSpec(),
                port(),
                givenLabels());
    }

    private static HostAssignment assignment(@Nullable HostDraft draft) {
        var host = requireNonNull(draft);
        return new HostAssignment(requireNonNull(host.host()), requireNonNull(Choice.of(NodeRole.class, host.role())));
    }
}
