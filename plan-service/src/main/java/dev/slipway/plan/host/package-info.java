/** Machines that people registered, and which cluster uses each. */
@NullMarked
package dev.slipway.plan.host;

import org.jspecify.annotations.NullMarked;
