/** Nothing is lost when thousands die: the real workflows with simulated work. */
@NullMarked
package dev.slipway.e2e.simulation;

import org.jspecify.annotations.NullMarked;
