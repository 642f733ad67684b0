package dev.slipway.plan.cluster.admission;

import dev.slipway.plan.cluster.catalog.ClusterView;
import dev.slipway.plan.operation.OperationView;

/** The answer to a request that began an operation. */
record Accepted(ClusterView cluster, OperationView operation) {}
