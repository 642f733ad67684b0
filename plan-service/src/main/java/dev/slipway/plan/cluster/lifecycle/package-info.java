/** The story of a cluster's life: the workflows that create and delete one, and their activities. */
@NullMarked
package dev.slipway.plan.cluster.lifecycle;

import org.jspecify.annotations.NullMarked;
