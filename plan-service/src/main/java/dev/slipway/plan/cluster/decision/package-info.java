/** What a person decides about a stopped operation, and what a retry may change of the cluster's spec. */
@NullMarked
package dev.slipway.plan.cluster.decision;

import org.jspecify.annotations.NullMarked;
