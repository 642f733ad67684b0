/** What every named thing of the inventory has in common: identity, pages, versions, refusals. */
@NullMarked
package dev.slipway.plan.resource;

import org.jspecify.annotations.NullMarked;
