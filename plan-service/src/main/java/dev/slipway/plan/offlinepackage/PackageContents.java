package dev.slipway.plan.offlinepackage;

import dev.slipway.plan.offlinepackage.PackageComponents.PackageComponent;
import dev.slipway.plan.offlinepackage.verification.PackageIndex;

/** Takes out of an index what is kept of it. */
final class PackageContents {
    private PackageContents() {}

    static PackageComponents components(PackageIndex index) {
        return new PackageComponents(index.components().stream()
                .map(part -> new PackageComponent(part.name(), part.version(), part.licence()))
                .toList());
    }
}
