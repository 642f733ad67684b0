/** The state of Terraform, which plan-service keeps sealed: how a run reaches it, and who holds its lock. */
@NullMarked
package dev.slipway.provisioning.state;

import org.jspecify.annotations.NullMarked;
