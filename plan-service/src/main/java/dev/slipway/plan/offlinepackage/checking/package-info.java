/** When offline packages are verified, by whom, and what was found last. */
@NullMarked
package dev.slipway.plan.offlinepackage.checking;

import org.jspecify.annotations.NullMarked;
