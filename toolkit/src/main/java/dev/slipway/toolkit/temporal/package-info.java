/** How Slipway uses Temporal: option profiles, named failures, heartbeats around programs, the journal of steps. */
@NullMarked
package dev.slipway.toolkit.temporal;

import org.jspecify.annotations.NullMarked;
