package dev.slipway.plan.offlinepackage;

import dev.slipway.plan.offlinepackage.PackageComponents.PackageComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a package holds, by its signed index; nothing is known before that was read. */
public record PackageContents(
        @Nullable String kubernetesVersion, @Nullable String architecture, PackageComponents components) {
    static PackageContents unknown() {
        return new PackageContents(null, null, new PackageComponents(List.of()));
    }

    static PackageContents of(PackageIndex index) {
        var components = index.components().stream()
                .map(part -> new PackageComponent(part.name(), part.version(), part.licence()))
                .toList();
        return new PackageContents(index.kubernetesVersion(), index.architecture(), new PackageComponents(components));
    }
}
