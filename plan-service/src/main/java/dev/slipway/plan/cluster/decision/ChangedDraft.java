package dev.slipway.plan.cluster.decision;

import static java.util.Objects.requireNonNullElse;

import dev.slipway.plan.cluster.network.NetworkDraft;
import dev.slipway.plan.cluster.spec.ClusterDraft;
import dev.slipway.plan.cluster.spec.ClusterSpec;
import dev.slipway.plan.decision.FieldChange;
import dev.slipway.toolkit.web.Violation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A spec and what a person wants to change of it. */
record ChangedDraft(ClusterSpec spec, ClusterDraft changes) {
    private static final String FIXED =
            "cannot be changed by a retry; roll the operation back, and create the cluster anew";

    /** Returns the whole draft: what is changed, and the rest as it is. */
    ClusterDraft after() {
        var present = before();
        return new ClusterDraft(
                present.name(),
                present.deployMode(),
                present.deployModel(),
                requireNonNullElse(changes.packageVersion(), spec.packageVersion()),
                present.deployPlan(),
                present.workers(),
                present.hosts(),
                network(present.networks(), requireNonNullElse(changes.network(), NetworkDraft.empty())),
                requireNonNullElse(changes.apiPort(), spec.apiPort()),
                labels());
    }

    /** Returns the spec as a draft. */
    ClusterDraft before() {
        return ClusterDraft.of(spec);
    }

    /** Returns the fields in which they differ. */
    List<SpecField> fields() {
        return SpecField.differing(before(), after());
    }

    /** Returns what each of these was, and shall be. */
    List<FieldChange> differences() {
        return fields().stream().map(field -> field.change(before(), after())).toList();
    }

    /** Names what no retry changes: the cluster itself, and its nodes, which are there. */
    Stream<Violation> fixed() {
        var asked = new TreeMap<String, Boolean>();
        asked.put("name", changes.name() != null);
        asked.put("deployMode", changes.deployMode() != null);
        asked.put("deployModel", changes.deployModel() != null);
        asked.put("deployPlan", changes.deployPlan() != null);
        asked.put("workers", changes.workers() != null);
        asked.put("hosts", changes.hosts() != null);
        return asked.entrySet().stream().filter(Map.Entry::getValue).map(field -> new Violation(field.getKey(), FIXED));
    }

    private static NetworkDraft network(NetworkDraft present, NetworkDraft changed) {
        return new NetworkDraft(
                either(changed.podNetwork(), present.podNetwork()),
                either(changed.serviceNetwork(), present.serviceNetwork()),
                either(changed.podsPerNode(), present.podsPerNode()),
                either(changed.addOn(), present.addOn()),
                either(changed.flannelBackend(), present.flannelBackend()),
                either(changed.proxyMode(), present.proxyMode()));
    }

    private static <T> @Nullable T either(@Nullable T changed, @Nullable T present) {
        return changed == null ? present : changed;
    }

    private Map<String, @Nullable String> labels() {
        var labels = new TreeMap<String, @Nullable String>(spec.labels());
        requireNonNullElse(changes.labels(), Map.<String, @Nullable String>of()).forEach((key, value) -> {
            if (value == null) {
                labels.remove(key);
            } else {
                labels.put(key, value);
            }
        });
        return labels;
    }
}
