package dev.slipway.plan.cluster.lifecycle;

import dev.slipway.contracts.operation.OperationReference;
import dev.slipway.plan.cluster.reservation.DeploymentOrder;
import dev.slipway.plan.cluster.reservation.Orders;
import dev.slipway.plan.cluster.supply.Unavailable;
import dev.slipway.plan.journal.WorkRecord;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gives orders to workers, each kept in the operation's record before it leaves. */
@Component
class RecordedOrders {
    private final Orders orders;
    private final RemainsFinder remains;
    private final WorkRecord record;

    RecordedOrders(Orders orders, RemainsFinder remains, WorkRecord record) {
        this.orders = orders;
        this.remains = remains;
        this.record = record;
    }

    /** Returns what is wanted now. */
    Mono<DeploymentOrder> current(OperationReference operation) {
        return orders.of(operation)
                .delayUntil(order -> record.ordered(id(operation), order.provisioning(), order.installation()));
    }

    /** Returns what is wanted now of a cluster that has reserved what it needs; fails when that is gone. */
    Mono<DeploymentOrder> wanted(OperationReference operation) {
        return current(operation)
                .filter(order -> order.installation() != null)
                .switchIfEmpty(Mono.error(
                        () -> new Unavailable("What the cluster had reserved is gone; abandon the operation.")));
    }

    /** Returns what is left to be removed. */
    Mono<Remains> remains(OperationReference operation) {
        return remains.of(operation).delayUntil(left -> record.ordered(id(operation), left.made(), left.touched()));
    }

    private static UUID id(OperationReference operation) {
        return UUID.fromString(operation.operationId());
    }
}
