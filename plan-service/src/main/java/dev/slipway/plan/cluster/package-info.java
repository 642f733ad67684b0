/** Clusters: what each shall be, where it stands, and which nodes it has. */
@NullMarked
package dev.slipway.plan.cluster;

import org.jspecify.annotations.NullMarked;
