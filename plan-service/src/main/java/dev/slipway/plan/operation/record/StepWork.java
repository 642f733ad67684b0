package dev.slipway.plan.operation.record;

import dev.slipway.contracts.operation.StepState;
import dev.slipway.plan.operation.OperationStep;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a step worked by, and what it gave. */
record StepWork(@Nullable Integer order, @Nullable Map<String, Object> output) {
    static final StepWork NONE = new StepWork(null, null);

    /** Adds what is kept elsewhere: the plan with the operation, the hosts that were made with the order for them. */
    StepWork completed(OperationStep step, @Nullable Map<String, Object> changes, List<RecordedOrder> orders) {
        if (output != null || step.state() != StepState.SUCCEEDED) {
            return this;
        }
        return switch (step.step()) {
            case PLAN_HOSTS -> new StepWork(order, changes);
            case CREATE_HOSTS -> new StepWork(order, hosts(orders));
            default -> this;
        };
    }

    /** Terraform makes the hosts that the order names, with the addresses it gives, or fails. */
    private @Nullable Map<String, Object> hosts(List<RecordedOrder> orders) {
        return orders.stream()
                .filter(given -> order != null && given.number() == order)
                .map(RecordedOrder::provisioning)
                .filter(asked -> asked != null && asked.containsKey("hosts"))
                .findFirst()
                .<Map<String, Object>>map(asked -> Map.of("hosts", asked.get("hosts")))
                .orElse(null);
    }
}
