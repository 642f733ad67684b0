/** Asking again and again until something is so. */
@NullMarked
package dev.slipway.cli.waiting;

import org.jspecify.annotations.NullMarked;
