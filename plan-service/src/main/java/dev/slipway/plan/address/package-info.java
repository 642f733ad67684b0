/** Addresses of zones, reserved for the hosts of clusters. */
@NullMarked
package dev.slipway.plan.address;

import org.jspecify.annotations.NullMarked;
