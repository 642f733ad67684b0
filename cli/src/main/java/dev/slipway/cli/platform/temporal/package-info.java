/** The embedded Temporal server. */
@NullMarked
package dev.slipway.cli.platform.temporal;

import org.jspecify.annotations.NullMarked;
