package dev.slipway.provisioning;

import dev.slipway.contracts.operation.LeftBehindReport;
import dev.slipway.contracts.operation.PlanSummary;
import dev.slipway.contracts.provisioning.ProvisionedHosts;
import dev.slipway.contracts.provisioning.ProvisioningRequest;
import io.temporal.activity.ActivityInterface;

/** The effects of the provisioning workflows; each may be repeated. */
@ActivityInterface(namePrefix = "Infrastructure")
public interface InfrastructureActivities {
    /** Says what would change, and keeps the plan for apply. */
    PlanSummary plan(ProvisioningRequest request);

    /** Makes the planned changes and no others. */
    ProvisionedHosts apply(PlannedHosts planned);

    /** Fails until every host answers on SSH. */
    void expectAnswers(ProvisionedHosts hosts);

    /** Removes everything that was made for the cluster. */
    void destroy(ProvisioningRequest request);

    /** Gives everything made for the cluster up, and says what of it is still there. */
    LeftBehindReport leaveBehind(ProvisioningRequest request);
}
