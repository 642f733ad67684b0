/** What automatic mode creates: model, region, zones and sizes. */
@NullMarked
package dev.slipway.plan.deployplan;

import org.jspecify.annotations.NullMarked;
