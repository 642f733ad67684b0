/** The bridge to Temporal: operations are started, none is forgotten, and canceled. */
@NullMarked
package dev.slipway.plan.run;

import org.jspecify.annotations.NullMarked;
