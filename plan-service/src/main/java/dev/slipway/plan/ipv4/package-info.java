/** IPv4 addresses, ranges and subnets, and who has which address. */
@NullMarked
package dev.slipway.plan.ipv4;

import org.jspecify.annotations.NullMarked;
