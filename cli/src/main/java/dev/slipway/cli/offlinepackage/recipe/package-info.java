/** What an offline package is made of. */
@NullMarked
package dev.slipway.cli.offlinepackage.recipe;

import org.jspecify.annotations.NullMarked;
