package dev.slipway.provisioning;

import dev.slipway.contracts.operation.PlanSummary;
import dev.slipway.contracts.provisioning.ProvisioningRequest;

/** A request together with the changes that were shown for it: apply is bound to both. */
public record PlannedHosts(ProvisioningRequest request, PlanSummary plan) {}
