/** What clusters keep secret. */
@NullMarked
package dev.slipway.plan.cluster.secret;

import org.jspecify.annotations.NullMarked;
