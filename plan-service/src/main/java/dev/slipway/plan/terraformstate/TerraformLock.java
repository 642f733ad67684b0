package dev.slipway.plan.terraformstate;

/** Who holds the lock on a state: the id, and what Terraform wrote down about itself. */
record TerraformLock(String lockId, String info) {}
