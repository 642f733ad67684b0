package dev.slipway.plan.offlinepackage.checking;

import jakarta.annotation.PreDestroy;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/** Picks up packages that wait to be verified: after a request, and after the death of who verified them before. */
@Component
class VerificationRunner {
    private static final Logger log = LoggerFactory.getLogger(VerificationRunner.class);

    private final Disposable.Composite running = Disposables.composite();
    private final VerificationLeases leases;
    private final VerificationRun run;

    VerificationRunner(VerificationLeases leases, VerificationRun run) {
        this.leases = leases;
        this.run = run;
    }

    @Scheduled(fixedDelayString = "${slipway.packages.pick-up-interval:1s}")
    Mono<Void> pickUp() {
        return leases.take()
                .doOnNext(this::start)
                .then()
                .onErrorResume(failure -> Mono.fromRunnable(
                        () -> log.atWarn().setCause(failure).log("Cannot look for packages to verify; trying again")));
    }

    private void start(UUID packageId) {
        log.atInfo().addKeyValue("package", packageId).log("Verifying an offline package");
        running.add(run.of(packageId)
                .onErrorResume(OptimisticLockingFailureException.class, changed -> leases.give(packageId))
                .subscribe(done -> {}, failure -> stopped(packageId, failure)));
    }

    private static void stopped(UUID packageId, Throwable failure) {
        log.atWarn()
                .setCause(failure)
                .addKeyValue("package", packageId)
                .log("Verification stopped; it is picked up again");
    }

    @PreDestroy
    void stop() {
        running.dispose();
    }
}
