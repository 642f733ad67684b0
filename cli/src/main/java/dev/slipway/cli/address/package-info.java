/** Commands for addresses that stay locked, as hosts that were left behind may still have them. */
@NullMarked
package dev.slipway.cli.address;

import org.jspecify.annotations.NullMarked;
