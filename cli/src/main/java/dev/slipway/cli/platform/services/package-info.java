/** The services as processes of this machine. */
@NullMarked
package dev.slipway.cli.platform.services;

import org.jspecify.annotations.NullMarked;
