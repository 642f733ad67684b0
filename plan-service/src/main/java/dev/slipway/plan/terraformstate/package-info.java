/** Terraform's http backend: one sealed state per cluster, with locks. */
@NullMarked
package dev.slipway.plan.terraformstate;

import org.jspecify.annotations.NullMarked;
