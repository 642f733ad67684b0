/** Secrets sealed with envelope encryption, under keys that can be rotated. */
@NullMarked
package dev.slipway.plan.secret;

import org.jspecify.annotations.NullMarked;
