/** The installation that is tested, seen from outside: its commands, its API, its processes, its hosts. */
@NullMarked
package dev.slipway.e2e.platform;

import org.jspecify.annotations.NullMarked;
