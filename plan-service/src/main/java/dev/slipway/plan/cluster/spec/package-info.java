/** What a person wants a cluster to be: the draft as asked for and the spec as accepted. */
@NullMarked
package dev.slipway.plan.cluster.spec;

import org.jspecify.annotations.NullMarked;
