/** How people register, move, check and see offline packages. */
@NullMarked
package dev.slipway.plan.offlinepackage.registration;

import org.jspecify.annotations.NullMarked;
