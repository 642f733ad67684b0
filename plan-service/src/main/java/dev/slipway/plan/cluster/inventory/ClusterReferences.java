package dev.slipway.plan.cluster.inventory;

import dev.slipway.plan.cluster.Clusters;
import dev.slipway.plan.reference.Reference;
import dev.slipway.plan.reference.References;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Tells which clusters keep a package, a deploy plan or a host from being deleted. */
@Component
class ClusterReferences implements References {
    private final Clusters clusters;

    ClusterReferences(Clusters clusters) {
        this.clusters = clusters;
    }

    @Override
    public Flux<Reference> to(UUID id) {
        return clusters.madeFrom(id).map(name -> new Reference("cluster", name));
    }
}
