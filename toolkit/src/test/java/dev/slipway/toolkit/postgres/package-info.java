/** A real PostgreSQL for tests. */
@NullMarked
package dev.slipway.toolkit.postgres;

import org.jspecify.annotations.NullMarked;
