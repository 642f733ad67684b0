package dev.slipway.plan.cluster.reservation;

import dev.slipway.contracts.installation.InstallationRequest;
import dev.slipway.contracts.provisioning.ProvisioningRequest;
import org.jspecify.annotations.Nullable;

/**
 * What the workers are asked to do with the reserved hosts.
 *
 * @param provisioning how to make or destroy the hosts; absent in manual mode, and while nothing is reserved
 * @param installation how to make a cluster of the hosts, or to reset them; absent while nothing is reserved
 */
public record DeploymentOrder(
        @Nullable ProvisioningRequest provisioning,
        @Nullable InstallationRequest installation) {
    /** Returns an order for a cluster that has nothing. */
    public static DeploymentOrder nothing() {
        return new DeploymentOrder(null, null);
    }
}
