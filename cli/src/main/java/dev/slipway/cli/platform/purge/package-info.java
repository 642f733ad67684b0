/** Removes everything an installation has made. */
@NullMarked
package dev.slipway.cli.platform.purge;

import org.jspecify.annotations.NullMarked;
