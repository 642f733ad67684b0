/** Durable runs on clusters: what is known of each, and of its steps. */
@NullMarked
package dev.slipway.plan.operation;

import org.jspecify.annotations.NullMarked;
