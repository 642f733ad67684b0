/** Reads the index of the offline package a cluster is installed from. */
@NullMarked
package dev.slipway.installation.offline;

import org.jspecify.annotations.NullMarked;
