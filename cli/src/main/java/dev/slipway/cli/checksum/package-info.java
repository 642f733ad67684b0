/** Checksums of what is fetched, built and kept. */
@NullMarked
package dev.slipway.cli.checksum;

import org.jspecify.annotations.NullMarked;
