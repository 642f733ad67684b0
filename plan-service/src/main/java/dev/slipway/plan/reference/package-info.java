/** Who refers to whom: what others use is not deleted. */
@NullMarked
package dev.slipway.plan.reference;

import org.jspecify.annotations.NullMarked;
