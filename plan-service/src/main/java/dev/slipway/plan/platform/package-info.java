/** The machine the platform itself runs on. */
@NullMarked
package dev.slipway.plan.platform;

import org.jspecify.annotations.NullMarked;
