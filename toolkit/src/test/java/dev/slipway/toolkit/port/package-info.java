/** Ports for what tests start themselves. */
@NullMarked
package dev.slipway.toolkit.port;

import org.jspecify.annotations.NullMarked;
