/** Container images: those a package holds, and the one that is the package. */
@NullMarked
package dev.slipway.cli.offlinepackage.image;

import org.jspecify.annotations.NullMarked;
