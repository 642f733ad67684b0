/** What is wanted, and the life of each cluster: the service, its security and its storage. */
@NullMarked
package dev.slipway.plan;

import org.jspecify.annotations.NullMarked;
