/** supervisord, which keeps the programs running. */
@NullMarked
package dev.slipway.cli.platform.supervisor;

import org.jspecify.annotations.NullMarked;
