/** Debian packages: their dependency closure, root file systems, and a signed repository of them. */
@NullMarked
package dev.slipway.cli.offlinepackage.debian;

import org.jspecify.annotations.NullMarked;
