/** Reserves hosts and addresses for a cluster, makes the orders for the workers from them, and gives all back. */
@NullMarked
package dev.slipway.plan.cluster.reservation;

import org.jspecify.annotations.NullMarked;
