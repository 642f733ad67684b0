package dev.slipway.plan.cluster.admission;

import dev.slipway.plan.cluster.Clusters;
import dev.slipway.plan.cluster.spec.ClusterDraft;
import dev.slipway.plan.endpoint.ExpectedVersion;
import dev.slipway.plan.idempotency.IdempotencyKeys;
import dev.slipway.plan.idempotency.RequestIdentity;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Lets a request in: the same one again gets the same answer, a bad one every reason at once, and nothing is half done.
 */
@Component
class ClusterAdmission {
    private final IdempotencyKeys keys;
    private final Clusters clusters;
    private final CreationAdmission creation;
    private final DeletionAdmission deletion;

    ClusterAdmission(IdempotencyKeys keys, Clusters clusters, CreationAdmission creation, DeletionAdmission deletion) {
        this.keys = keys;
        this.clusters = clusters;
        this.creation = creation;
        this.deletion = deletion;
    }

    Mono<Accepted> create(ClusterDraft draft, RequestIdentity identity) {
        return once(identity, creation.create(draft, identity));
    }

    Mono<Accepted> delete(UUID id, ExpectedVersion expected, RequestIdentity identity) {
        var work = clusters.require(id)
                .doOnNext(cluster -> expected.check(cluster.version()))
                .flatMap(cluster -> deletion.delete(cluster, identity));
        return once(identity, work);
    }

    /** A twin of the request may win the race for the same key; then its answer is the answer. */
    private Mono<Accepted> once(RequestIdentity identity, Mono<Accepted> work) {
        return keys.answer(identity, Accepted.class)
                .switchIfEmpty(work.onErrorResume(
                        error -> keys.answer(identity, Accepted.class).switchIfEmpty(Mono.error(() -> error))));
    }
}
