package dev.slipway.plan.cluster.inventory;

import dev.slipway.plan.cluster.Clusters;
import dev.slipway.plan.deployplan.PlanUsers;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Tells on which clusters of a deploy plan an operation works that has not ended. */
@Component
class ClustersAtWork implements PlanUsers {
    private final Clusters clusters;

    ClustersAtWork(Clusters clusters) {
        this.clusters = clusters;
    }

    @Override
    public Flux<String> atWork(UUID plan) {
        return clusters.atWork(plan).map(name -> "cluster " + name);
    }
}
