/** Files and folders that only their owner reads. */
@NullMarked
package dev.slipway.cli.files;

import org.jspecify.annotations.NullMarked;
