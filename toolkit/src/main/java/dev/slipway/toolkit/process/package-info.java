/** Runs programs of the operating system: drained pipes, redacted secrets, and no process that outlives its run. */
@NullMarked
package dev.slipway.toolkit.process;

import org.jspecify.annotations.NullMarked;
