package dev.slipway.plan.operation;

import dev.slipway.contracts.operation.Step;

/** Which service runs which step. */
final class StepOwner {
    private StepOwner() {}

    static String of(Step step) {
        return switch (step) {
            case RESERVE, PUBLISH, RELEASE -> "plan-service";
            case PLAN_HOSTS, CREATE_HOSTS, DESTROY_HOSTS -> "provisioning-worker";
            default -> "install-worker";
        };
    }
}
