/** Which node goes where, pure: nodes of each role are spread over zones. */
@NullMarked
package dev.slipway.plan.cluster.placement;

import org.jspecify.annotations.NullMarked;
