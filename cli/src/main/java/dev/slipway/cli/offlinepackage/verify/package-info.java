/** Whether a running package is what its index, its signature and its recipe say. */
@NullMarked
package dev.slipway.cli.offlinepackage.verify;

import org.jspecify.annotations.NullMarked;
