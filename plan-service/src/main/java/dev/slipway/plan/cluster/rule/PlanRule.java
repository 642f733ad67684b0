package dev.slipway.plan.cluster.rule;

import dev.slipway.plan.cluster.spec.ClusterDraft;
import dev.slipway.plan.cluster.spec.DeployMode;
import dev.slipway.plan.deployplan.DeployModel;
import dev.slipway.toolkit.web.Violation;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Automatic mode: the plan exists and fits the model, the workers are enough, and so are the free addresses. */
final class PlanRule implements Rule {
    /** Most workers of one cluster; more than Kubernetes itself supports is a slip of the finger. */
    private static final int MOST_WORKERS = 5000;

    @Override
    public Stream<Violation> check(ClusterDraft draft, Circumstances facts) {
        if (draft.mode() != DeployMode.AUTOMATIC) {
            return Stream.empty();
        }
        var workers = workers(draft.workers(), draft.model());
        var name = draft.deployPlan();
        if (name == null) {
            return Stream.concat(workers, Rule.unless(false, "deployPlan", "is required in mode AUTOMATIC"));
        }
        var plan = facts.deployPlan();
        return Stream.concat(
                workers,
                plan == null
                        ? Rule.unless(false, "deployPlan", "no deploy plan is named " + name)
                        : fitting(draft, plan));
    }

    private static Stream<Violation> workers(@Nullable Integer workers, @Nullable DeployModel model) {
        if (workers == null) {
            return Rule.unless(false, "workers", "is required in mode AUTOMATIC");
        }
        var fewest = model == null ? 1 : model.fewestWorkers();
        return Rule.unless(
                workers >= fewest && workers <= MOST_WORKERS,
                "workers",
                "must be %d to %d%s, not %d"
                        .formatted(fewest, MOST_WORKERS, model == null ? "" : " in model " + model, workers));
    }

    private static Stream<Violation> fitting(ClusterDraft draft, PlanFacts plan) {
        var model = draft.model();
        return Stream.concat(
                Rule.unless(
                        model == null || model == plan.model(),
                        "deployPlan",
                        "is made for the model %s, not %s".formatted(plan.model(), model)),
                Rule.unless(
                        draft.nodes() <= plan.freeAddresses(),
                        "workers",
                        "%d nodes need as many addresses, but only %d are free in the plan's zones (%s)"
                                .formatted(draft.nodes(), plan.freeAddresses(), String.join(", ", plan.zones()))));
    }
}
