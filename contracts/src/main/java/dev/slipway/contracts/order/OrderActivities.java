package dev.slipway.contracts.order;

import dev.slipway.contracts.installation.InstallationRequest;
import dev.slipway.contracts.operation.OperationReference;
import dev.slipway.contracts.provisioning.ProvisioningRequest;
import io.temporal.activity.ActivityInterface;

/** Tells a worker's workflow what is wanted now: a person may have mended it since the operation began. */
@ActivityInterface(namePrefix = "Order")
public interface OrderActivities {
    /** Returns the request for hosts as it would be made now. */
    ProvisioningRequest provisioning(OperationReference operation);

    /** Returns the request for an installation as it would be made now. */
    InstallationRequest installation(OperationReference operation);
}
