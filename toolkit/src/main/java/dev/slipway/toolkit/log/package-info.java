/** Ships the lines of a step to where they are kept, in numbered chunks, none lost and none twice. */
@NullMarked
package dev.slipway.toolkit.log;

import org.jspecify.annotations.NullMarked;
