/** The embedded PostgreSQL. */
@NullMarked
package dev.slipway.cli.platform.postgres;

import org.jspecify.annotations.NullMarked;
