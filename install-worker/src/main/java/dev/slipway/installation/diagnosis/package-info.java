/** Looks at a host on which a step failed: what it was told may only be what came of a full disk or a wrong clock. */
@NullMarked
package dev.slipway.installation.diagnosis;

import org.jspecify.annotations.NullMarked;
