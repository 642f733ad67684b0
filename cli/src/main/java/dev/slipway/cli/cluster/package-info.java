/** Commands for clusters. */
@NullMarked
package dev.slipway.cli.cluster;

import org.jspecify.annotations.NullMarked;
