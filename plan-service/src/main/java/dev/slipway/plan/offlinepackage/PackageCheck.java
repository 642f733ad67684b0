package dev.slipway.plan.offlinepackage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the last check of a package found, or how far the present one is.
 *
 * @param message one sentence about the state
 * @param indexSha256 digest of the index when everything it lists was last found right
 * @param verified how many of the files and images were looked at
 * @param total how many there are
 */
public record PackageCheck(
        PackageState state,
        String message,
        @Nullable String indexSha256,
        int verified,
        int total,
        @Nullable Instant checkedAt) {
    static PackageCheck first() {
        return new PackageCheck(PackageState.VERIFYING, "The package waits to be verified.", null, 0, 0, null);
    }

    /** Begins a check anew. */
    public PackageCheck again(String why) {
        return with(PackageState.VERIFYING, why, indexSha256, 0, checkedAt);
    }

    /** Begins to look at so many files and images. */
    PackageCheck of(int files) {
        return new PackageCheck(state, message, indexSha256, 0, files, checkedAt);
    }

    /** Finds that a package which was right does not answer. */
    public PackageCheck unreachable(String sentence, Instant now) {
        return with(PackageState.UNREACHABLE, sentence, indexSha256, verified, now);
    }

    /** Finds that it answers again. */
    public PackageCheck reachable(Instant now) {
        return with(PackageState.ONLINE, "The package answers again, unchanged.", indexSha256, verified, now);
    }

    /** Finds a fault. What cannot be reached may still be right; what is wrong was never right. */
    public PackageCheck faulty(FaultyPackage failure, int looked, Instant now) {
        var found = PackageState.valueOf(failure.fault().name());
        var digest = found == PackageState.UNREACHABLE ? indexSha256 : null;
        return with(found, failure.sentence(), digest, looked, now);
    }

    /** Finds every byte right. */
    public PackageCheck online(String digest, Instant now) {
        var sentence = "Signature, completeness and every byte of %d files and images are right.".formatted(total);
        return with(PackageState.ONLINE, sentence, digest, total, now);
    }

    private PackageCheck with(
            PackageState next, String sentence, @Nullable String digest, int looked, @Nullable Instant at) {
        return new PackageCheck(next, sentence, digest, looked, total, at);
    }
}
