/** The signed list of everything in a package. */
@NullMarked
package dev.slipway.cli.offlinepackage.index;

import org.jspecify.annotations.NullMarked;
