package dev.slipway.plan.address;

import dev.slipway.plan.resource.Resources;
import dev.slipway.plan.zone.Zone;
import dev.slipway.toolkit.web.Page;
import java.security.Principal;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Lists the addresses of hosts that were left behind, and gives one back when a person has seen that it is free. */
@RestController
@RequestMapping("/api/v1/zones/{zone}/locked-addresses")
class LockedAddressController {
    private static final Logger log = LoggerFactory.getLogger(LockedAddressController.class);

    private final Resources<Zone> zones;
    private final LockRows locks;

    LockedAddressController(Resources<Zone> zones, LockRows locks) {
        this.zones = zones;
        this.locks = locks;
    }

    @GetMapping
    Mono<Page<LockedAddress>> lockedAddresses(@PathVariable UUID zone) {
        return zones.get(zone).then(locks.of(zone).collectList()).map(found -> new Page<>(found, null));
    }

    /** A lock never changes and its id is never used again: whoever names it means just this one. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> releaseAddress(@PathVariable UUID zone, @PathVariable UUID id, Principal principal) {
        return locks.release(zone, id)
                .switchIfEmpty(Mono.error(() -> new LockNotFound(zone, id)))
                .doOnNext(address -> log.atInfo()
                        .addKeyValue("address", address)
                        .addKeyValue("requester", principal.getName())
                        .log("A locked address was released"))
                .then();
    }
}
