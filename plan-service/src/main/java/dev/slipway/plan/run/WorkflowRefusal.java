package dev.slipway.plan.run;

/** Tells that the workflow of an operation does not take what was asked of it at this moment; it may take it later. */
final class WorkflowRefusal extends StateConflict {
    private static final long serialVersionUID = 1L;

    WorkflowRefusal(String detail) {
        super(detail);
    }
}
