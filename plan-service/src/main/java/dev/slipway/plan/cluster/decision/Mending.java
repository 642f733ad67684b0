package dev.slipway.plan.cluster.decision;

import dev.slipway.plan.cluster.Cluster;
import dev.slipway.plan.cluster.ClusterSources;
import dev.slipway.plan.cluster.spec.ClusterSpec;
import dev.slipway.plan.decision.FieldChange;
import java.util.List;
import java.util.UUID;

/**
 * What a retry changes of a cluster, found valid.
 *
 * @param operation the operation that is tried again
 * @param before the cluster as it was
 * @param spec what it shall be
 * @param sources what it shall be made from
 * @param changes in which fields that differs
 */
record Mending(UUID operation, Cluster before, ClusterSpec spec, ClusterSources sources, List<FieldChange> changes) {}
