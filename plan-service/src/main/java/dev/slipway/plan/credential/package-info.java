/** How Slipway logs in to hosts: registered here, sealed, never shown again. */
@NullMarked
package dev.slipway.plan.credential;

import org.jspecify.annotations.NullMarked;
