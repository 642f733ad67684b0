/** Keys, passwords and tokens made at first start. */
@NullMarked
package dev.slipway.cli.keys;

import org.jspecify.annotations.NullMarked;
