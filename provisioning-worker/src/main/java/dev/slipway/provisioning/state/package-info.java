/** The state of Terraform, which plan-service keeps sealed: how a run reaches it, and how its lock is taken back. */
@NullMarked
package dev.slipway.provisioning.state;

import org.jspecify.annotations.NullMarked;
