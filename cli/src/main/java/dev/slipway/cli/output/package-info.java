/** Tables for people and JSON for programs. */
@NullMarked
package dev.slipway.cli.output;

import org.jspecify.annotations.NullMarked;
