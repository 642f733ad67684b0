/** Finds every broken rule of a request before anything of it is refused. */
@NullMarked
package dev.slipway.plan.validation;

import org.jspecify.annotations.NullMarked;
