/** Nothing is lost when processes die while real clusters are made and deleted. */
@NullMarked
package dev.slipway.e2e.chaos;

import org.jspecify.annotations.NullMarked;
