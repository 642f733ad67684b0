/** What rolling an operation back would undo, shown before anyone decides it. */
@NullMarked
package dev.slipway.plan.operation.rollback;

import org.jspecify.annotations.NullMarked;
