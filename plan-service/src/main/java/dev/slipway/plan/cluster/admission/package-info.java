/** Takes requests that create or delete clusters: checks everything, writes it down, has it started. */
@NullMarked
package dev.slipway.plan.cluster.admission;

import org.jspecify.annotations.NullMarked;
