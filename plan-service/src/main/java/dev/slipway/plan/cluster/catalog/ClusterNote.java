package dev.slipway.plan.cluster.catalog;

import dev.slipway.plan.cluster.Cluster;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a request may change of a cluster without an operation; what is absent stays as it is. */
@Schema(example = ClusterNote.EXAMPLE)
record ClusterNote(
        @Schema(description = "what people shall know about the cluster; an empty one removes it")
        @Size(max = 500, message = "must have 500 characters at most")
        @Nullable
        String description,

        @Schema(description = "the labels the cluster has: nodes got them when they joined, so others are refused")
        @Nullable
        Map<String, @Nullable String> labels) {
    static final String EXAMPLE = """
            {"description": "Runs the shop; ask team blue before you delete it"}
            """;

    /** Refuses labels that would be written down and be on no node. */
    void refuseOtherLabels(Cluster cluster) {
        if (labels != null && !labels.equals(cluster.spec().labels())) {
            throw new LabelsGiven(cluster);
        }
    }

    /** Returns what shall be noted from now on. */
    @Nullable
    String after(Cluster cluster) {
        if (description == null) {
            return cluster.description();
        }
        return description.isBlank() ? null : description.strip();
    }
}
