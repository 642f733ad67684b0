package dev.slipway.plan.host;

import dev.slipway.plan.ipv4.AddressUse;
import dev.slipway.plan.ipv4.AddressUsers;
import dev.slipway.plan.ipv4.Ipv4;
import dev.slipway.plan.reference.Reference;
import dev.slipway.plan.reference.References;
import dev.slipway.plan.resource.Resources;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Tells which hosts use a credential, which cluster uses a host, and which addresses hosts have. */
@Component
final class HostReferences implements References, AddressUsers {
    private final Resources<Host> hosts;

    HostReferences(Resources<Host> hosts) {
        this.hosts = hosts;
    }

    @Override
    public Flux<Reference> to(UUID id) {
        return Flux.concat(
                hosts.with("credentialId", id).map(host -> new Reference("host", host.name())),
                hosts.with("id", id).mapNotNull(Host::clusterName).map(cluster -> new Reference("cluster", cluster)));
    }

    @Override
    public Flux<AddressUse> uses() {
        return hosts.all()
                .map(host -> new AddressUse(AddressUse.Kind.HOST, "host " + host.name(), Ipv4.of(host.address())));
    }
}
