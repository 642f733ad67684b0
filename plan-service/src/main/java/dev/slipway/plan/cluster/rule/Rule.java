package dev.slipway.plan.cluster.rule;

import dev.slipway.plan.cluster.spec.ClusterDraft;
import dev.slipway.toolkit.web.Violation;
import java.util.stream.Stream;

/** Looks at one aspect of a wanted cluster and tells everything that is wrong with it. */
interface Rule {
    /** Returns the violations; what another rule reports is left to it. */
    Stream<Violation> check(ClusterDraft draft, Circumstances facts);

    /** Returns the violation when the condition is broken, else nothing. */
    static Stream<Violation> unless(boolean kept, String field, String message) {
        return kept ? Stream.empty() : Stream.of(new Violation(field, message));
    }
}
