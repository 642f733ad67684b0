package dev.slipway.plan.cluster.admission;

import dev.slipway.plan.cluster.Cluster;
import dev.slipway.plan.operation.Operation;
import dev.slipway.toolkit.web.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Tells that the cluster is being deleted already, and what to do about it. */
final class ClusterBusy extends ProblemException {
    private static final long serialVersionUID = 1L;

    ClusterBusy(Cluster cluster, Operation running) {
        super(
                HttpStatus.CONFLICT,
                "cluster-busy",
                "Cluster busy",
                "Cluster %s is being deleted already: operation %s is %s; follow it, or decide about it when it is STOPPED: POST /api/v1/operations/%s/decisions"
                        .formatted(cluster.name(), running.id(), running.state(), running.id()),
                List.of());
    }
}
