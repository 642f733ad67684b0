/** What the workers are asked to make, asked for anew when a person may have changed it. */
@NullMarked
package dev.slipway.contracts.order;

import org.jspecify.annotations.NullMarked;
