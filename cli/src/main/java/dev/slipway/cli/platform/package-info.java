/** The embedded platform: its programs started in order, watched, and stopped. */
@NullMarked
package dev.slipway.cli.platform;

import org.jspecify.annotations.NullMarked;
