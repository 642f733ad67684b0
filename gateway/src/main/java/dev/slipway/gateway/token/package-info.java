/** Bearer tokens of people and programs: made, listed, revoked, and found again by their hash. */
@NullMarked
package dev.slipway.gateway.token;

import org.jspecify.annotations.NullMarked;
