package dev.slipway.plan.cluster.inventory;

import dev.slipway.plan.cluster.supply.HostLogin;
import dev.slipway.plan.cluster.supply.HostOffer;
import dev.slipway.plan.credential.Logins;
import dev.slipway.plan.host.Host;
import dev.slipway.plan.host.HostClaims;
import dev.slipway.plan.resource.Resources;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The hosts that people registered: offered, claimed, opened and given back. */
@Component
class RegisteredHosts {
    private final Resources<Host> hosts;
    private final HostClaims claims;
    private final Logins logins;

    RegisteredHosts(Resources<Host> hosts, HostClaims claims, Logins logins) {
        this.hosts = hosts;
        this.claims = claims;
        this.logins = logins;
    }

    Flux<HostOffer> named(List<String> names) {
        return hosts.named(names).map(RegisteredHosts::offer);
    }

    Flux<HostOffer> lock(List<String> names) {
        return hosts.named(names)
                .map(Host::id)
                .collectList()
                .flatMapMany(hosts::lock)
                .filter(host -> names.contains(host.name()))
                .map(RegisteredHosts::offer);
    }

    Mono<Void> claim(UUID cluster, String clusterName, List<UUID> wanted) {
        return claims.claim(cluster, clusterName, wanted);
    }

    Mono<Void> release(UUID cluster) {
        return claims.release(cluster);
    }

    Mono<HostLogin> login(UUID host) {
        return hosts.get(host)
                .flatMap(found -> logins.of(found.credentialId()))
                .map(login -> new HostLogin(login.username(), login.privateKey(), login.password()));
    }

    Mono<String> pin(UUID host, String hostKey) {
        return claims.pin(host, hostKey);
    }

    private static HostOffer offer(Host host) {
        return new HostOffer(
                host.id(),
                host.name(),
                host.address(),
                host.port(),
                host.profile(),
                host.clusterName(),
                host.hostKey());
    }
}
