package dev.slipway.installation.phase;

import dev.slipway.contracts.installation.InstallationRequest;
import io.temporal.activity.ActivityInterface;

/** Proves that a cluster does what clusters are for. */
@ActivityInterface(namePrefix = "Verification")
public interface VerificationActivities {
    /** Uses the cluster as a workload would, leaves nothing behind and hands the kubeconfig to plan-service. */
    void verify(InstallationRequest request);
}
