package dev.slipway.plan.host.registration;

import dev.slipway.plan.credential.Credential;
import dev.slipway.plan.endpoint.Views;
import dev.slipway.plan.host.Host;
import dev.slipway.plan.resource.Resources;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows hosts with the names of their credentials. */
@Component
class HostViews implements Views<Host, HostView> {
    private final Resources<Credential> credentials;

    HostViews(Resources<Credential> credentials) {
        this.credentials = credentials;
    }

    @Override
    public Mono<List<HostView>> of(List<Host> hosts) {
        return credentials
                .names(hosts.stream().map(Host::credentialId).distinct().toList())
                .map(names ->
                        hosts.stream().map(host -> HostView.from(host, names)).toList());
    }
}
