/** What people decided about operations: who, what and why. */
@NullMarked
package dev.slipway.plan.decision;

import org.jspecify.annotations.NullMarked;
