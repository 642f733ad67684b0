package dev.slipway.plan.offlinepackage;

import dev.slipway.plan.ipv4.AddressUse;
import dev.slipway.plan.ipv4.AddressUsers;
import dev.slipway.plan.ipv4.Ipv4;
import dev.slipway.plan.resource.Resources;
import java.net.URI;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds the package for a version of Kubernetes, and tells which addresses packages have. */
@Component
public final class KubernetesPackages implements AddressUsers {
    private static final Comparator<OfflinePackage> BEST_LAST = Comparator.comparing(
                    (OfflinePackage found) -> found.check().state() == PackageState.ONLINE)
            .thenComparing(OfflinePackage::createdAt);

    private final Resources<OfflinePackage> packages;

    /** Looks among these. */
    public KubernetesPackages(Resources<OfflinePackage> packages) {
        this.packages = packages;
    }

    /** Returns the package of the version: an online one if there is one, then the newest. */
    public Mono<OfflinePackage> of(String kubernetesVersion) {
        return packages.with("contents.kubernetesVersion", kubernetesVersion)
                .sort(BEST_LAST)
                .takeLast(1)
                .next();
    }

    /** Returns all versions that there are packages of, those of packages that cannot be used too. */
    public Flux<String> all() {
        return packages.all()
                .mapNotNull(found -> found.contents().kubernetesVersion())
                .distinct()
                .sort();
    }

    @Override
    public Flux<AddressUse> uses() {
        return packages.all()
                .flatMap(found -> Mono.justOrEmpty(address(found))
                        .map(address -> new AddressUse(
                                AddressUse.Kind.OFFLINE_PACKAGE, "offline package " + found.name(), address)));
    }

    private static Optional<Ipv4> address(OfflinePackage found) {
        return Ipv4.parse(URI.create(found.url()).getHost());
    }
}
