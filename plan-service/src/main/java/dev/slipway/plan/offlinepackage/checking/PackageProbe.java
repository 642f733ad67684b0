package dev.slipway.plan.offlinepackage.checking;

import dev.slipway.plan.offlinepackage.FaultyPackage;
import dev.slipway.plan.offlinepackage.OfflinePackage;
import dev.slipway.plan.offlinepackage.PackageState;
import dev.slipway.plan.offlinepackage.verification.PackageVerification;
import dev.slipway.plan.resource.Resources;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks from time to time whether packages still answer and are still the ones that were verified. */
@Component
class PackageProbe {
    private static final Logger log = LoggerFactory.getLogger(PackageProbe.class);
    private static final String STATE = "check.state";
    private static final int PARALLEL = 4;

    private final Resources<OfflinePackage> packages;
    private final PackageVerification verification;
    private final Clock clock;

    PackageProbe(Resources<OfflinePackage> packages, PackageVerification verification, Clock clock) {
        this.packages = packages;
        this.verification = verification;
        this.clock = clock;
    }

    @Scheduled(
            fixedDelayString = "${slipway.packages.probe-interval:30s}",
            initialDelayString = "${slipway.packages.probe-interval:30s}")
    Mono<Void> probe() {
        return Flux.merge(packages.with(STATE, PackageState.ONLINE), packages.with(STATE, PackageState.UNREACHABLE))
                .flatMap(this::probe, PARALLEL)
                .then();
    }

    private Mono<OfflinePackage> probe(OfflinePackage known) {
        return verification
                .probe(known.url())
                .flatMap(digest -> answered(known, digest))
                .onErrorResume(FaultyPackage.class, failure -> silent(known, failure))
                .flatMap(packages::save)
                .doOnNext(changed -> log.atInfo()
                        .addKeyValue("package", changed.id())
                        .addKeyValue("state", changed.check().state())
                        .log("An offline package changed its state"))
                .onErrorResume(failure -> Mono.fromRunnable(() -> log.atWarn()
                        .setCause(failure)
                        .addKeyValue("package", known.id())
                        .log("Cannot probe an offline package; trying again later")));
    }

    private Mono<OfflinePackage> answered(OfflinePackage known, String digest) {
        if (!digest.equals(known.check().indexSha256())) {
            return Mono.just(known.checked(
                    known.check().again("The package is another one than before, and waits to be verified.")));
        }
        return known.check().state() == PackageState.UNREACHABLE
                ? Mono.just(known.checked(known.check().reachable(clock.instant())))
                : Mono.empty();
    }

    private Mono<OfflinePackage> silent(OfflinePackage known, FaultyPackage failure) {
        return known.check().state() == PackageState.ONLINE
                ? Mono.just(known.checked(known.check().unreachable(failure.sentence(), clock.instant())))
                : Mono.empty();
    }
}
