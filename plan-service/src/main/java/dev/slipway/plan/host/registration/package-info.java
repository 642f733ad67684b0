/** How people register, change and see hosts. */
@NullMarked
package dev.slipway.plan.host.registration;

import org.jspecify.annotations.NullMarked;
