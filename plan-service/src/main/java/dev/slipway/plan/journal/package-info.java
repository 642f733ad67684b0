/** The record of what operations do, kept as workflows report it. */
@NullMarked
package dev.slipway.plan.journal;

import org.jspecify.annotations.NullMarked;
