/** The product as its users see it: the command, the API, real clusters. */
@NullMarked
package dev.slipway.e2e.journeys;

import org.jspecify.annotations.NullMarked;
