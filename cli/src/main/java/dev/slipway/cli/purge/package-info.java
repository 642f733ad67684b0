/** Removes everything an installation has made. */
@NullMarked
package dev.slipway.cli.purge;

import org.jspecify.annotations.NullMarked;
