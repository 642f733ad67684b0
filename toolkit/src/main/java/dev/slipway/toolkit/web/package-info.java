/** What every HTTP service shares: problems, pages, and who may call. */
@NullMarked
package dev.slipway.toolkit.web;

import org.jspecify.annotations.NullMarked;
