/** What this machine must have before anything is started. */
@NullMarked
package dev.slipway.cli.checks;

import org.jspecify.annotations.NullMarked;
