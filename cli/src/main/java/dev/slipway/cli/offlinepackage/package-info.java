/** The commands that build, verify and list offline packages. */
@NullMarked
package dev.slipway.cli.offlinepackage;

import org.jspecify.annotations.NullMarked;
