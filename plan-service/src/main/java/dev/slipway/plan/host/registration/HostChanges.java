package dev.slipway.plan.host.registration;

import dev.slipway.plan.endpoint.Changes;
import dev.slipway.plan.host.Host;
import dev.slipway.plan.host.HostInUse;
import dev.slipway.plan.reference.DeletionGuard;
import dev.slipway.plan.resource.Resource;
import dev.slipway.plan.resource.Resources;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
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
    public Mono<Host> change(Host present, NewHost asked) {
        return rules.check(asked, present)
                .map(credential -> asked.changed(present, credential.id()))
                .doOnNext(changed -> refuseToMove(present, changed))
                .flatMap(hosts::save);
    }

    private static void refuseToMove(Host present, Host changed) {
        var moved = !(present.name().equals(changed.name())
                && present.address().equals(changed.address())
                && present.profile() == changed.profile());
        if (moved && present.clusterName() != null) {
            throw HostInUse.changed(present.name(), present.clusterName());
        }
    }

    @Override
    @Transactional
    public Mono<Void> remove(Host host) {
        return guard.remove(hosts, host);
    }
}
