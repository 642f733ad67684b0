/** The inventory as clusters see it: joins what plan-service registers into offers. */
@NullMarked
package dev.slipway.plan.cluster.inventory;

import org.jspecify.annotations.NullMarked;
