/** The workers' client of plan-service's internal API. */
@NullMarked
package dev.slipway.toolkit.planservice;

import org.jspecify.annotations.NullMarked;
