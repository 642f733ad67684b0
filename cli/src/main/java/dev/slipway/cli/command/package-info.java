/** What every command is given, and what all of them answer with. */
@NullMarked
package dev.slipway.cli.command;

import org.jspecify.annotations.NullMarked;
