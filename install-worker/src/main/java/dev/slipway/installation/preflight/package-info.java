/** Judges hosts over SSH before anything is changed. */
@NullMarked
package dev.slipway.installation.preflight;

import org.jspecify.annotations.NullMarked;
