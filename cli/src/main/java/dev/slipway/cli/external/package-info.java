/** Programs of this machine that are run as child processes. */
@NullMarked
package dev.slipway.cli.external;

import org.jspecify.annotations.NullMarked;
