/** Every failure Slipway names, and whether trying again can help. */
@NullMarked
package dev.slipway.contracts.failure;

import org.jspecify.annotations.NullMarked;
