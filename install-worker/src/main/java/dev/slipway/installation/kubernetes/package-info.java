/** Proves that the installed cluster works; fabric8 is known nowhere else. */
@NullMarked
package dev.slipway.installation.kubernetes;

import org.jspecify.annotations.NullMarked;
