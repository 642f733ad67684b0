package dev.slipway.plan.cluster.lifecycle;

import static java.util.Objects.requireNonNull;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.installation.InstallationRequest;
import dev.slipway.contracts.operation.OperationReference;
import dev.slipway.contracts.order.OrderActivities;
import dev.slipway.contracts.provisioning.ProvisioningRequest;
import dev.slipway.contracts.wire.TaskQueues;
import dev.slipway.plan.cluster.reservation.DeploymentOrder;
import dev.slipway.plan.cluster.supply.Unavailable;
import dev.slipway.toolkit.temporal.Failures;
import io.temporal.spring.boot.ActivityImpl;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the request of a retry from what the database says now. */
@Component
@ActivityImpl(taskQueues = TaskQueues.LIFECYCLE)
class CurrentOrders implements OrderActivities {
    private final RecordedOrders orders;

    CurrentOrders(RecordedOrders orders) {
        this.orders = orders;
    }

    @Override
    public ProvisioningRequest provisioning(OperationReference operation) {
        return order(operation, DeploymentOrder::provisioning);
    }

    @Override
    public InstallationRequest installation(OperationReference operation) {
        return order(operation, DeploymentOrder::installation);
    }

    private <T> T order(OperationReference operation, Function<DeploymentOrder, @Nullable T> part) {
        try {
            return requireNonNull(orders.wanted(operation).mapNotNull(part).block());
        } catch (Unavailable e) {
            throw Failures.of(FailureType.RESOURCE_UNAVAILABLE, String.valueOf(e.getMessage()));
        }
    }
}
