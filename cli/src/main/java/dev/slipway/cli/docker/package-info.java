/** The Docker engine of this machine. */
@NullMarked
package dev.slipway.cli.docker;

import org.jspecify.annotations.NullMarked;
