/** What is asked of provisioning-worker: hosts from a deploy plan, and their removal. */
@NullMarked
package dev.slipway.contracts.provisioning;

import org.jspecify.annotations.NullMarked;
