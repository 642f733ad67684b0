/** How every kind of the inventory is read, listed, registered, changed and deleted over HTTP. */
@NullMarked
package dev.slipway.plan.endpoint;

import org.jspecify.annotations.NullMarked;
