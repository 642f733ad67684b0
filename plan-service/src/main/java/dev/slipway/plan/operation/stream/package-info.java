/** The stream of an operation's changes and lines, from any offset to its end. */
@NullMarked
package dev.slipway.plan.operation.stream;

import org.jspecify.annotations.NullMarked;
