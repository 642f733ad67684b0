package dev.slipway.plan.cluster.rule;

import dev.slipway.plan.cluster.spec.ClusterDraft;
import dev.slipway.toolkit.web.Violation;
import java.util.stream.Stream;

/** A name is an RFC 1123 label, short enough for the names of nodes made from it, and unique. */
final class NameRule implements Rule {
    private static final int LONGEST = 40;

    @Override
    public Stream<Violation> check(ClusterDraft draft, Circumstances facts) {
        var name = draft.name();
        if (name == null) {
            return Rule.unless(false, "name", "is required");
        }
        var label = name.length() <= LONGEST && name.matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?");
        return Stream.concat(
                Rule.unless(
                        label,
                        "name",
                        "must be lower case letters, digits and inner hyphens (RFC 1123), at most 40 characters"),
                Rule.unless(!facts.nameTaken(), "name", "another cluster is named " + name));
    }
}
