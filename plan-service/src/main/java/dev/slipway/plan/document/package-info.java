/** What all operations of the OpenAPI document share. */
@NullMarked
package dev.slipway.plan.document;

import org.jspecify.annotations.NullMarked;
