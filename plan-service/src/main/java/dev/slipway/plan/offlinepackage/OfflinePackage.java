package dev.slipway.plan.offlinepackage;

import dev.slipway.plan.offlinepackage.verification.FaultyPackage;
import dev.slipway.plan.offlinepackage.verification.SignedIndex;
import dev.slipway.plan.resource.Resource;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A running offline package.
 *
 * @param name of the signed index; made of the address until that is known
 * @param message one sentence about the state
 * @param indexSha256 digest of the index when everything it lists was last found right
 * @param verified how many of the files and images were looked at
 */
@Table("offline_package")
public record OfflinePackage(
        @Id UUID id,
        String name,
        String url,
        PackageState state,
        String message,
        @Nullable String kubernetesVersion,
        @Nullable String architecture,
        @Nullable String indexSha256,
        PackageComponents components,
        int verified,
        int total,
        @Nullable Instant checkedAt,
        Instant createdAt,
        @Version @Nullable Long version)
        implements Resource {
    static OfflinePackage at(PackageAddress address, Instant now) {
        return new OfflinePackage(
                UUID.randomUUID(),
                address.name(),
                address.text(),
                PackageState.VERIFYING,
                "The package waits to be verified.",
                null,
                null,
                null,
                new PackageComponents(List.of()),
                0,
                0,
                null,
                now,
                null);
    }

    OfflinePackage moved(PackageAddress address) {
        var here = at(address, createdAt);
        return new OfflinePackage(
                id,
                here.name,
                here.url,
                here.state,
                here.message,
                null,
                null,
                null,
                here.components,
                0,
                0,
                checkedAt,
                createdAt,
                version);
    }

    OfflinePackage toVerify(String why) {
        return with(PackageState.VERIFYING, why, indexSha256, 0, checkedAt);
    }

    OfflinePackage unreachable(String sentence, Instant now) {
        return with(PackageState.UNREACHABLE, sentence, indexSha256, verified, now);
    }

    OfflinePackage reachable(Instant now) {
        return with(PackageState.ONLINE, "The package answers again, unchanged.", indexSha256, verified, now);
    }

    /** What cannot be reached may still be right; what is wrong was never right. */
    OfflinePackage faulty(FaultyPackage failure, int looked, Instant now) {
        var state = PackageState.valueOf(failure.fault().name());
        var digest = state == PackageState.UNREACHABLE ? indexSha256 : null;
        return with(state, failure.sentence(), digest, looked, now);
    }

    private OfflinePackage with(
            PackageState next, String sentence, @Nullable String digest, int looked, @Nullable Instant at) {
        return new OfflinePackage(
                id,
                name,
                url,
                next,
                sentence,
                kubernetesVersion,
                architecture,
                digest,
                components,
                looked,
                total,
                at,
                createdAt,
                version);
    }

    OfflinePackage indexed(SignedIndex signed) {
        return new OfflinePackage(
                id,
                signed.index().name(),
                url,
                state,
                message,
                signed.index().kubernetesVersion(),
                signed.index().architecture(),
                indexSha256,
                PackageContents.components(signed.index()),
                0,
                signed.index().size(),
                checkedAt,
                createdAt,
                version);
    }

    OfflinePackage online(String digest, Instant now) {
        var sentence = "Signature, completeness and every byte of %d files and images are right.".formatted(total);
        return with(PackageState.ONLINE, sentence, digest, total, now);
    }
}
