/** What is asked of install-worker: hosts become a cluster, or are given back. */
@NullMarked
package dev.slipway.contracts.installation;

import org.jspecify.annotations.NullMarked;
