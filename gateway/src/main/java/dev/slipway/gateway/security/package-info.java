/** Who is calling, what is let through, and what every answer carries. */
@NullMarked
package dev.slipway.gateway.security;

import org.jspecify.annotations.NullMarked;
