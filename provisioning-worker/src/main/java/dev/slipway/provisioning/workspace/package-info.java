/** Where a run takes place: its private folder, what an earlier run left there, and its claim on the state's lock. */
@NullMarked
package dev.slipway.provisioning.workspace;

import org.jspecify.annotations.NullMarked;
