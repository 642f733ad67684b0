/** What an installation consists of, in which order, and who does each part. */
@NullMarked
package dev.slipway.installation.phase;

import org.jspecify.annotations.NullMarked;
