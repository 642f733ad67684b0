package dev.slipway.plan.cluster.admission;

import dev.slipway.plan.cluster.Cluster;
import dev.slipway.plan.operation.Operation;
import dev.slipway.toolkit.web.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Tells that an operation runs on the cluster, and what to do about it. */
final class ClusterBusy extends ProblemException {
    private static final long serialVersionUID = 1L;

    ClusterBusy(Cluster cluster, Operation running) {
        super(
                HttpStatus.CONFLICT,
                "cluster-busy",
                "Cluster busy",
                "Operation %s (%s) on cluster %s is %s; wait for its end, or cancel it: POST /api/v1/operations/%s/cancel"
                        .formatted(running.id(), running.kind(), cluster.name(), running.state(), running.id()),
                List.of());
    }
}
