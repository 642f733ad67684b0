/** Addresses: reading and comparing them, and reserving those of a zone for the hosts of a cluster. */
@NullMarked
package dev.slipway.plan.address;

import org.jspecify.annotations.NullMarked;
