/** The worker that turns a request into reachable hosts: the two workflows and the activities that carry them out. */
@NullMarked
package dev.slipway.provisioning;

import org.jspecify.annotations.NullMarked;
