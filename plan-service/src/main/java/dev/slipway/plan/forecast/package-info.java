/** How long an operation will still take, judged by how long earlier ones took, and how far off such judgement was. */
@NullMarked
package dev.slipway.plan.forecast;

import org.jspecify.annotations.NullMarked;
