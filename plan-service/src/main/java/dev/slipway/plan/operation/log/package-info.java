/** The log of operations: received from workers in chunks, numbered without gaps, read in pages. */
@NullMarked
package dev.slipway.plan.operation.log;

import org.jspecify.annotations.NullMarked;
