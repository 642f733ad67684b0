package dev.slipway.plan.offlinepackage.registration;

import dev.slipway.plan.offlinepackage.verification.PackageNetworks;
import dev.slipway.plan.validation.Findings;
import dev.slipway.plan.validation.RequestRules;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Checks the addresses that people give for packages. */
@Component
class PackageAddresses {
    private final RequestRules rules;
    private final PackageNetworks networks;

    PackageAddresses(RequestRules rules, PackageNetworks networks) {
        this.rules = rules;
        this.networks = networks;
    }

    /** Returns the address, or fails with all that is wrong with it. */
    Mono<PackageAddress> check(NewOfflinePackage asked) {
        var findings = rules.check(asked);
        return Mono.justOrEmpty(asked.address(findings))
                .delayUntil(address -> checkNetwork(address, findings))
                .switchIfEmpty(Mono.fromRunnable(findings::orThrow))
                .doOnNext(address -> findings.orThrow());
    }

    private Mono<Void> checkNetwork(PackageAddress address, Findings findings) {
        return Mono.<Void>fromRunnable(
                        () -> networks.fault(address.host()).ifPresent(fault -> findings.add("url", fault)))
                .subscribeOn(Schedulers.boundedElastic());
    }
}
