package dev.slipway.plan.cluster;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a cluster is made from, by id: its offline package and, in automatic mode, its deploy plan. */
public record ClusterSources(UUID offlinePackage, @Nullable UUID deployPlan) {}
