package dev.slipway.contracts.operation;

import java.util.List;

/** What a Terraform plan will do, counted and by resource. */
public record PlanSummary(int add, int change, int destroy, List<ResourceChange> resources) {}
