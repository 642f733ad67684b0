/** Offline packages: registered by address, verified to the last byte before they are used. */
@NullMarked
package dev.slipway.plan.offlinepackage;

import org.jspecify.annotations.NullMarked;
