/** The networks of a cluster: their arithmetic, and what pods per node means for the number of nodes. */
@NullMarked
package dev.slipway.plan.cluster.network;

import org.jspecify.annotations.NullMarked;
