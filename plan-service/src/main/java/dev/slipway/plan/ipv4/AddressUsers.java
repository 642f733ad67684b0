package dev.slipway.plan.ipv4;

import reactor.core.publisher.Flux;

/** Tells the addresses that one kind of things has; each such kind provides one as bean. */
public interface AddressUsers {
    /** Returns the addresses in use at this moment. */
    Flux<AddressUse> uses();

    /**
     * Returns the networks that are reached directly at this moment, none for things that are in somebody's network.
     */
    default Flux<NetworkUse> networks() {
        return Flux.empty();
    }
}
