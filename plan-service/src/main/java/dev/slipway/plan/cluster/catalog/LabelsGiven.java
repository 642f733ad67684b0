package dev.slipway.plan.cluster.catalog;

import dev.slipway.plan.cluster.Cluster;
import dev.slipway.toolkit.web.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Tells that labels go to nodes when they join, and at no other time, and what to do about it. */
final class LabelsGiven extends ProblemException {
    private static final long serialVersionUID = 1L;

    LabelsGiven(Cluster cluster) {
        super(
                HttpStatus.CONFLICT,
                "labels-given",
                "Labels given",
                "The nodes of cluster %s get its labels when they join, so no others can be noted. While its creation is STOPPED before that, retry it with other labels: POST /api/v1/operations/{id}/decisions with changes.labels. Label nodes that are there with kubectl label node."
                        .formatted(cluster.name()),
                List.of());
    }
}
