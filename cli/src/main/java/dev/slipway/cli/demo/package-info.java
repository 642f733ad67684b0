/** The demo cluster and all it needs. */
@NullMarked
package dev.slipway.cli.demo;

import org.jspecify.annotations.NullMarked;
