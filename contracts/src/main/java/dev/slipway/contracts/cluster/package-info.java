/** The lifecycle workflows of a cluster, owned by plan-service. */
@NullMarked
package dev.slipway.contracts.cluster;

import org.jspecify.annotations.NullMarked;
