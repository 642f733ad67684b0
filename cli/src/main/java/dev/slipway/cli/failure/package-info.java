/** What went wrong, said so that a person can act on it. */
@NullMarked
package dev.slipway.cli.failure;

import org.jspecify.annotations.NullMarked;
