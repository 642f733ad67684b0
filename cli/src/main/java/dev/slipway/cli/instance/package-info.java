/** Where one installation of the platform keeps its things, and under which numbers and names it runs. */
@NullMarked
package dev.slipway.cli.instance;

import org.jspecify.annotations.NullMarked;
