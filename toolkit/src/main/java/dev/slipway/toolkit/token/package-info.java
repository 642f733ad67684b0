/** Short-lived signed tokens by which services trust each other. */
@NullMarked
package dev.slipway.toolkit.token;

import org.jspecify.annotations.NullMarked;
