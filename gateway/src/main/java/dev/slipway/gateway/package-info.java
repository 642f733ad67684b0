/** The only door: who may come in, and where to. */
@NullMarked
package dev.slipway.gateway;

import org.jspecify.annotations.NullMarked;
