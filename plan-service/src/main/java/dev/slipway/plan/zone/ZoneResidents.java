package dev.slipway.plan.zone;

import dev.slipway.plan.ipv4.Ipv4;
import java.util.UUID;
import reactor.core.publisher.Flux;

/** Tells which addresses of a zone are given away; who gives them provides one as bean. */
public interface ZoneResidents {
    /** Returns the addresses in use. */
    Flux<Ipv4> addresses(UUID zoneId);
}
