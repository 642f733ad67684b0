/** How to get into a cluster's hosts and into the cluster itself. */
@NullMarked
package dev.slipway.plan.cluster.access;

import org.jspecify.annotations.NullMarked;
