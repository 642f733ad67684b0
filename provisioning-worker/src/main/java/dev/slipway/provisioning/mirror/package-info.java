/** Terraform's providers, taken from the offline package and checked against its index. */
@NullMarked
package dev.slipway.provisioning.mirror;

import org.jspecify.annotations.NullMarked;
