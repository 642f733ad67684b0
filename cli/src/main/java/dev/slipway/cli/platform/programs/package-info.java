/** Programs that the platform runs and that are built from Go modules. */
@NullMarked
package dev.slipway.cli.platform.programs;

import org.jspecify.annotations.NullMarked;
