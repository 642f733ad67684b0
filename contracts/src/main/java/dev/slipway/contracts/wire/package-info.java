/** How messages travel: task queue names and the one data converter. */
@NullMarked
package dev.slipway.contracts.wire;

import org.jspecify.annotations.NullMarked;
