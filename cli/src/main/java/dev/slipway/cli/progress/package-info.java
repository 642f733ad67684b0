/** Lines that tell how far something long is. */
@NullMarked
package dev.slipway.cli.progress;

import org.jspecify.annotations.NullMarked;
