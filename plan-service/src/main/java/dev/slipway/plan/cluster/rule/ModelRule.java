package dev.slipway.plan.cluster.rule;

import dev.slipway.plan.cluster.spec.Choice;
import dev.slipway.plan.cluster.spec.ClusterDraft;
import dev.slipway.plan.cluster.spec.DeployMode;
import dev.slipway.plan.deployplan.DeployModel;
import dev.slipway.toolkit.web.Violation;
import java.util.stream.Stream;

/** Mode and model are known ones, and what belongs to the other mode is absent. */
final class ModelRule implements Rule {
    @Override
    public Stream<Violation> check(ClusterDraft draft, Circumstances facts) {
        var mode = draft.mode();
        var known = Stream.concat(
                Rule.unless(mode != null, "deployMode", "must be one of " + Choice.names(DeployMode.class)),
                Rule.unless(draft.model() != null, "deployModel", "must be one of " + Choice.names(DeployModel.class)));
        return mode == null ? known : Stream.concat(known, foreign(mode, draft));
    }

    private static Stream<Violation> foreign(DeployMode mode, ClusterDraft draft) {
        if (mode == DeployMode.AUTOMATIC) {
            return Rule.unless(draft.hosts() == null, "hosts", "only clusters of mode MANUAL name hosts");
        }
        return Stream.concat(
                Rule.unless(draft.deployPlan() == null, "deployPlan", "only clusters of mode AUTOMATIC have a plan"),
                Rule.unless(
                        draft.workers() == null,
                        "workers",
                        "only clusters of mode AUTOMATIC count workers; give hosts the role WORKER"));
    }
}
