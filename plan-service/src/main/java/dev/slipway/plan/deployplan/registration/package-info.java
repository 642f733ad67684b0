/** How people register, change and see deploy plans. */
@NullMarked
package dev.slipway.plan.deployplan.registration;

import org.jspecify.annotations.NullMarked;
