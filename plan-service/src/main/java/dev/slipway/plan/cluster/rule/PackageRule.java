package dev.slipway.plan.cluster.rule;

import dev.slipway.plan.cluster.spec.ClusterDraft;
import dev.slipway.toolkit.web.Violation;
import java.util.List;
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
            return Rule.unless(
                    false,
                    FIELD,
                    "no offline package of version %s is registered; there %s"
                            .formatted(version, registered(facts.packageVersions())));
        }
        return Rule.unless(
                found.online(),
                FIELD,
                "the offline package of version %s is %s, not ONLINE: %s"
                        .formatted(version, found.state(), found.message()));
    }

    private static String registered(List<String> versions) {
        return versions.isEmpty()
                ? "is none of any version, so register one"
                : (versions.size() == 1 ? "is one of " : "are those of ") + String.join(", ", versions);
    }
}
