/** Everything kept about an operation, as one document. */
@NullMarked
package dev.slipway.plan.operation.record;

import org.jspecify.annotations.NullMarked;
