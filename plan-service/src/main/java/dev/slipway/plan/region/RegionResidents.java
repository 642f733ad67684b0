package dev.slipway.plan.region;

import dev.slipway.plan.validation.Findings;
import reactor.core.publisher.Mono;

/** Those who live in regions and have a say in how one may change; each such kind provides one as bean. */
public interface RegionResidents {
    /** Adds what speaks against the change. */
    Mono<Void> consider(Region present, Region changed, Findings findings);
}
