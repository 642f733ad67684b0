package dev.slipway.plan.cluster.access;

import java.util.List;

/** How a worker logs in to all nodes of a cluster. */
record ClusterAccess(List<NodeAccess> nodes) {}
