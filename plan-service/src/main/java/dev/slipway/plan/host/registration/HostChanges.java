package dev.slipway.plan.host.registration;

import dev.slipway.plan.endpoint.Changes;
import dev.slipway.plan.host.Host;
import dev.slipway.plan.host.HostInUse;
import dev.slipway.plan.reference.DeletionGuard;
import dev.slipway.plan.resource.Resource;
import dev.slipway.plan.resource.Resources;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Registers, changes and removes hosts. */
@Component
class HostChanges implements Changes<Host, NewHost> {
    private final Resources<Host> hosts;
    private final HostRules rules;
    private final DeletionGuard guard;
    private final Clock clock;

    HostChanges(Resources<Host> hosts, HostRules rules, DeletionGuard guard, Clock clock) {
        this.hosts = hosts;
        this.rules = rules;
        this.guard = guard;
        this.clock = clock;
    }

    @Override
    public Mono<Host> register(NewHost asked) {
        return rules.check(asked, null)
                .map(credential -> asked.toHost(credential.id(), Resource.now(clock)))
                .flatMap(hosts::save);
    }

    @Override
    @Transactional
    public Mono<Host> change(Host present, NewHost asked) {
        return rules.check(asked, present)
                .map(credential -> asked.changed(present, credential.id()))
                .delayUntil(changed -> moved(present, changed) ? refuseWhenUsed(present) : Mono.empty())
                .flatMap(hosts::save);
    }

    private static boolean moved(Host present, Host changed) {
        return !(present.name().equals(changed.name())
                && present.address().equals(changed.address())
                && present.profile() == changed.profile());
    }

    /** A cluster that was accepted names its hosts before it has them. */
    private Mono<Void> refuseWhenUsed(Host present) {
        return hosts.lock(List.of(present.id()))
                .thenMany(Flux.defer(() -> guard.users(present.id())))
                .collectList()
                .filter(users -> !users.isEmpty())
                .flatMap(users -> Mono.error(
                        HostInUse.changed(present.name(), users.getFirst().name())));
    }

    @Override
    @Transactional
    public Mono<Void> remove(Host host) {
        return guard.remove(hosts, host);
    }
}
