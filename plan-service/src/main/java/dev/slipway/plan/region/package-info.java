/** Independent places where hosts can be made, each of a kind. */
@NullMarked
package dev.slipway.plan.region;

import org.jspecify.annotations.NullMarked;
