/** What clusters need of the inventory: offers of packages, plans and hosts, addresses and secrets. */
@NullMarked
package dev.slipway.plan.cluster.supply;

import org.jspecify.annotations.NullMarked;
