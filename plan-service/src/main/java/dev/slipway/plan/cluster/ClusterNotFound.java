package dev.slipway.plan.cluster;

import dev.slipway.toolkit.web.ProblemException;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** Tells that there is no such cluster. */
public final class ClusterNotFound extends ProblemException {
    private static final long serialVersionUID = 1L;

    /** Names the cluster that was asked for. */
    public ClusterNotFound(UUID id) {
        super(HttpStatus.NOT_FOUND, "cluster-not-found", "Cluster not found", "No cluster " + id, List.of());
    }
}
