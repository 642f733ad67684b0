/** Every rule a wanted cluster is checked by, pure: the facts are gathered before. */
@NullMarked
package dev.slipway.plan.cluster.rule;

import org.jspecify.annotations.NullMarked;
