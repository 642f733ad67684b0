/** Go programs, built from modules whose checksum is known, once per digest. */
@NullMarked
package dev.slipway.cli.gobuild;

import org.jspecify.annotations.NullMarked;
