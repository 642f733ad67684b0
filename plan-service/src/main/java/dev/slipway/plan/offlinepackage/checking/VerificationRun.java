package dev.slipway.plan.offlinepackage.checking;

import dev.slipway.plan.offlinepackage.FaultyPackage;
import dev.slipway.plan.offlinepackage.OfflinePackage;
import dev.slipway.plan.offlinepackage.SignedIndex;
import dev.slipway.plan.offlinepackage.verification.PackageVerification;
import dev.slipway.plan.resource.Resources;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Verifies one package from its index to its last byte, and writes down what was found. */
@Component
class VerificationRun {
    private final Resources<OfflinePackage> packages;
    private final PackageVerification verification;
    private final VerificationLeases leases;
    private final PackagesProperties properties;
    private final Clock clock;

    VerificationRun(
            Resources<OfflinePackage> packages,
            PackageVerification verification,
            VerificationLeases leases,
            PackagesProperties properties,
            Clock clock) {
        this.packages = packages;
        this.verification = verification;
        this.leases = leases;
        this.properties = properties;
        this.clock = clock;
    }

    /** Runs until a state other than VERIFYING is stored; the caller has the lease. */
    Mono<Void> of(UUID packageId) {
        var looked = new AtomicInteger();
        var work = packages.get(packageId).flatMap(found -> verify(found, looked));
        return Flux.merge(work, signsOfLife(packageId, looked)).next().then(leases.give(packageId));
    }

    private Mono<OfflinePackage> signsOfLife(UUID packageId, AtomicInteger looked) {
        return Flux.interval(properties.lease().dividedBy(6))
                .onBackpressureDrop()
                .concatMap(tick -> leases.renew(packageId, looked.get()))
                .then(Mono.empty());
    }

    private Mono<OfflinePackage> verify(OfflinePackage found, AtomicInteger looked) {
        return verification
                .index(found.url())
                .flatMap(signed -> packages.save(found.indexed(signed.index()))
                        .flatMap(indexed -> contents(indexed, signed, looked)))
                .onErrorResume(FaultyPackage.class, failure -> packages.save(faulty(found, failure, 0)));
    }

    private Mono<OfflinePackage> contents(OfflinePackage indexed, SignedIndex signed, AtomicInteger looked) {
        return verification
                .contents(indexed.url(), signed.index(), looked::incrementAndGet)
                .then(Mono.fromSupplier(
                        () -> indexed.checked(indexed.check().online(signed.sha256(), clock.instant()))))
                .onErrorResume(FaultyPackage.class, failure -> Mono.just(faulty(indexed, failure, looked.get())))
                .flatMap(packages::save);
    }

    private OfflinePackage faulty(OfflinePackage found, FaultyPackage failure, int looked) {
        return found.checked(found.check().faulty(failure, looked, clock.instant()));
    }
}
