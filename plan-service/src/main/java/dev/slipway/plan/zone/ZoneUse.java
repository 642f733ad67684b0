package dev.slipway.plan.zone;

import reactor.core.publisher.Mono;

/** Counts the addresses of zones; who gives them provides one as bean. */
public interface ZoneUse {
    /** Returns how the addresses of a zone stand at this moment. */
    Mono<ZoneAddresses> of(Zone zone);
}
