package dev.slipway.plan.cluster.admission;

import dev.slipway.contracts.operation.OperationKind;
import dev.slipway.plan.cluster.Cluster;
import dev.slipway.plan.idempotency.RequestIdentity;
import dev.slipway.plan.operation.Operation;
import dev.slipway.plan.operation.OperationTarget;
import java.time.Instant;
import java.util.UUID;

/** Makes the operation that a request asks for. */
final class RequestedOperation {
    private RequestedOperation() {}

    static Operation of(OperationKind kind, Cluster cluster, RequestIdentity identity, Instant now) {
        var target = new OperationTarget(kind, cluster.id(), cluster.name());
        var steps = OperationSteps.of(kind, cluster.spec().deployMode()).size();
        return Operation.pending(UUID.randomUUID(), target, identity.requester(), now, steps);
    }
}
