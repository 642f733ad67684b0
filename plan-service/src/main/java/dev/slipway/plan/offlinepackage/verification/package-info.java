/** Proves that an offline package is what its maker signed, to the last byte. */
@NullMarked
package dev.slipway.plan.offlinepackage.verification;

import org.jspecify.annotations.NullMarked;
