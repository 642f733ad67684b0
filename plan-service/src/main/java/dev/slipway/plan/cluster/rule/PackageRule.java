package dev.slipway.plan.cluster.rule;

import dev.slipway.plan.cluster.spec.ClusterDraft;
import dev.slipway.toolkit.web.Violation;
import java.util.stream.Stream;

/** The offline package of the wanted version is registered and online. */
final class PackageRule implements Rule {
    private static final String FIELD = "packageVersion";

    @Override
    public Stream<Violation> check(ClusterDraft draft, Circumstances facts) {
        var version = draft.packageVersion();
        if (version == null) {
            return Rule.unless(false, FIELD, "is required");
        }
        var found = facts.offlinePackage();
        if (found == null) {
            return Rule.unless(false, FIELD, "no offline package of version " + version + " is registered");
        }
        return Rule.unless(
                found.online(),
                FIELD,
                "the offline package of version %s is %s, not ONLINE: %s"
                        .formatted(version, found.state(), found.message()));
    }
}
