package dev.slipway.plan.offlinepackage.registration;

import dev.slipway.plan.endpoint.View;
import dev.slipway.plan.offlinepackage.OfflinePackage;
import dev.slipway.plan.offlinepackage.PackageComponents.PackageComponent;
import dev.slipway.plan.offlinepackage.PackageState;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An offline package as it is shown.
 *
 * @param verified how many of the files and images were looked at
 * @param total how many there are
 */
record OfflinePackageView(
        UUID id,
        String name,
        @Nullable String kubernetesVersion,
        @Nullable String architecture,
        String url,
        PackageState state,
        String message,
        int verified,
        int total,
        @Nullable String indexSha256,
        List<PackageComponent> components,
        @Nullable Instant checkedAt,
        Instant createdAt,
        long version)
        implements View {
    static OfflinePackageView from(OfflinePackage shown) {
        return new OfflinePackageView(
                shown.id(),
                shown.name(),
                shown.contents().kubernetesVersion(),
                shown.contents().architecture(),
                shown.url(),
                shown.check().state(),
                shown.check().message(),
                shown.check().verified(),
                shown.check().total(),
                shown.check().indexSha256(),
                shown.contents().components().items(),
                shown.check().checkedAt(),
                shown.createdAt(),
                Objects.requireNonNull(shown.version()));
    }
}
