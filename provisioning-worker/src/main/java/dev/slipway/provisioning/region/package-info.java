/** What differs from one kind of region to the next, and what is asked of hosts wherever they are. */
@NullMarked
package dev.slipway.provisioning.region;

import org.jspecify.annotations.NullMarked;
