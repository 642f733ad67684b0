package dev.slipway.plan.ipv4;

import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All addresses that are known to be in use, whoever has them. */
@Component
public final class AddressBook {
    private final List<AddressUsers> users;

    /** Asks all of these. */
    public AddressBook(List<AddressUsers> users) {
        this.users = List.copyOf(users);
    }

    /** Returns the networks that are in use at this moment, besides those of the inventory. */
    public Mono<List<NetworkUse>> networks() {
        return Flux.fromIterable(users).concatMap(AddressUsers::networks).collectList();
    }

    /** Returns the addresses in use at this moment. */
    public Mono<List<AddressUse>> uses() {
        return Flux.fromIterable(users).concatMap(AddressUsers::uses).collectList();
    }
}
