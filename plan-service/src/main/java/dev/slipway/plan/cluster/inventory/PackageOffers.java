package dev.slipway.plan.cluster.inventory;

import static java.util.Objects.requireNonNullElse;

import dev.slipway.plan.cluster.supply.PackageOffer;
import dev.slipway.plan.offlinepackage.KubernetesPackages;
import dev.slipway.plan.offlinepackage.OfflinePackage;
import dev.slipway.plan.offlinepackage.PackageState;
import dev.slipway.plan.resource.ResourceNotFound;
import dev.slipway.plan.resource.Resources;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Resolves offline packages to all a cluster needs to know of them. */
@Component
class PackageOffers {
    private final KubernetesPackages versions;
    private final Resources<OfflinePackage> packages;

    PackageOffers(KubernetesPackages versions, Resources<OfflinePackage> packages) {
        this.versions = versions;
        this.packages = packages;
    }

    Mono<PackageOffer> of(String version) {
        return versions.of(version).map(PackageOffers::offer);
    }

    Flux<String> versions() {
        return versions.all();
    }

    Mono<PackageOffer> of(UUID id) {
        return packages.get(id).onErrorComplete(ResourceNotFound.class).map(PackageOffers::offer);
    }

    Flux<UUID> lock(List<UUID> ids) {
        return packages.lock(ids).map(OfflinePackage::id);
    }

    private static PackageOffer offer(OfflinePackage found) {
        return new PackageOffer(
                found.id(),
                found.check().state() == PackageState.ONLINE,
                found.check().state().name(),
                found.check().message(),
                found.url(),
                requireNonNullElse(found.check().indexSha256(), ""));
    }
}
