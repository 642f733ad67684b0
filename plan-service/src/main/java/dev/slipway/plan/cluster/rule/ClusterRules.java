package dev.slipway.plan.cluster.rule;

import dev.slipway.plan.cluster.spec.ClusterDraft;
import dev.slipway.toolkit.web.Violation;
import java.util.List;

/** All rules together. */
public final class ClusterRules {
    private static final List<Rule> RULES = List.of(
            new NameRule(),
            new ModelRule(),
            new PackageRule(),
            new PlanRule(),
            new HostsRule(),
            new NetworkChoiceRule(),
            new NetworkSizeRule(),
            new ReservedNetworkRule(),
            new OverlapRule(),
            new PortRule(),
            new LabelRule());

    private ClusterRules() {}

    /** Returns every violation at once, none when the draft may become a cluster. */
    public static List<Violation> check(ClusterDraft draft, Circumstances facts) {
        return RULES.stream().flatMap(rule -> rule.check(draft, facts)).toList();
    }
}
