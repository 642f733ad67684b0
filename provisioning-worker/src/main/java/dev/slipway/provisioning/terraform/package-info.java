/** Terraform as a program: its commands, what it answers, and what its errors mean. */
@NullMarked
package dev.slipway.provisioning.terraform;

import org.jspecify.annotations.NullMarked;
