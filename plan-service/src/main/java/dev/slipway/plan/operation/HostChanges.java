package dev.slipway.plan.operation;

import dev.slipway.contracts.operation.Step;
import java.util.List;
import java.util.Set;

/** When an installation begins to change registered hosts; until then it only looks at them. */
public final class HostChanges {
    /** The first steps that change a host; they run side by side, so either may begin without the other. */
    public static final Set<Step> FIRST = Set.of(Step.PACKAGE_SOURCE, Step.CONTAINER_RUNTIME);

    private HostChanges() {}

    /** Tells whether one of these steps has begun to change a host. */
    public static boolean begunIn(List<OperationStep> steps) {
        return steps.stream().anyMatch(step -> FIRST.contains(step.step()) && step.startedAt() != null);
    }
}
