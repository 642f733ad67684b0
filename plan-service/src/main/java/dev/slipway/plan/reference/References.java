package dev.slipway.plan.reference;

import java.util.UUID;
import reactor.core.publisher.Flux;

/** Tells which things of one kind refer to a resource; each kind that refers to others provides one as bean. */
public interface References {
    /** Returns those that refer to the resource with this id, of whatever kind it is. */
    Flux<Reference> to(UUID id);
}
