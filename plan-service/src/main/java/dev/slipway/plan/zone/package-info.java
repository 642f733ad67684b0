/** Isolated failure domains of a region, each with a range of addresses. */
@NullMarked
package dev.slipway.plan.zone;

import org.jspecify.annotations.NullMarked;
