package dev.slipway.plan.cluster.lifecycle;

import dev.slipway.contracts.installation.InstallationRequest;
import dev.slipway.contracts.provisioning.ProvisioningRequest;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a cluster that shall be deleted.
 *
 * @param registered whether its hosts are registered ones, to be given back as they were
 * @param touched how to reset them, when an installation has changed them
 * @param made how to destroy the hosts that Terraform may have made
 */
public record Remains(
        boolean registered,
        @Nullable InstallationRequest touched,
        @Nullable ProvisioningRequest made) {}
