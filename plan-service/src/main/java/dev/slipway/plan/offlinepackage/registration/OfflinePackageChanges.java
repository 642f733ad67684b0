package dev.slipway.plan.offlinepackage.registration;

import dev.slipway.plan.endpoint.Changes;
import dev.slipway.plan.offlinepackage.OfflinePackage;
import dev.slipway.plan.offlinepackage.PackageState;
import dev.slipway.plan.reference.DeletionGuard;
import dev.slipway.plan.resource.Resource;
import dev.slipway.plan.resource.Resources;
import dev.slipway.toolkit.web.ProblemException;
import dev.slipway.toolkit.web.Violation;
import java.time.Clock;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Registers, moves, checks and removes offline packages; all but the last end in a verification. */
@Component
class OfflinePackageChanges implements Changes<OfflinePackage, NewOfflinePackage> {
    private final Resources<OfflinePackage> packages;
    private final PackageAddresses addresses;
    private final DeletionGuard guard;
    private final Clock clock;

    OfflinePackageChanges(
            Resources<OfflinePackage> packages, PackageAddresses addresses, DeletionGuard guard, Clock clock) {
        this.packages = packages;
        this.addresses = addresses;
        this.guard = guard;
        this.clock = clock;
    }

    @Override
    public Mono<OfflinePackage> register(NewOfflinePackage asked) {
        return addresses
                .check(asked)
                .map(address -> OfflinePackage.at(address.text(), address.name(), Resource.now(clock)))
                .flatMap(this::save);
    }

    @Override
    public Mono<OfflinePackage> change(OfflinePackage present, NewOfflinePackage asked) {
        return addresses
                .check(asked)
                .flatMap(address -> address.text().equals(present.url())
                        ? check(present)
                        : save(present.moved(address.text(), address.name())));
    }

    Mono<OfflinePackage> check(OfflinePackage present) {
        return present.check().state() == PackageState.VERIFYING
                ? Mono.just(present)
                : save(present.checked(present.check().again("The package waits to be verified again.")));
    }

    private Mono<OfflinePackage> save(OfflinePackage changed) {
        return packages.save(changed).onErrorMap(DuplicateKeyException.class, taken -> addressTaken(changed.url()));
    }

    private static ProblemException addressTaken(String url) {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "address-taken",
                "Address taken",
                "The package at %s is registered already; use that one, or check it again.".formatted(url),
                List.of(new Violation("url", "is that of a registered package; use that one")));
    }

    @Override
    @Transactional
    public Mono<Void> remove(OfflinePackage present) {
        return guard.remove(packages, present);
    }
}
