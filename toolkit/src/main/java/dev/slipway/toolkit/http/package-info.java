/** Requests over HTTP that end in time. */
@NullMarked
package dev.slipway.toolkit.http;

import org.jspecify.annotations.NullMarked;
