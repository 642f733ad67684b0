/** Commands for operations, and their steps shown live. */
@NullMarked
package dev.slipway.cli.operation;

import org.jspecify.annotations.NullMarked;
