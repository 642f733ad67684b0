/** Requests with an Idempotency-Key: the same one again gets the same answer, another one with the same key none. */
@NullMarked
package dev.slipway.plan.idempotency;

import org.jspecify.annotations.NullMarked;
