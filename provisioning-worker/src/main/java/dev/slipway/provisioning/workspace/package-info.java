/** Where a run takes place: its private folder, what an earlier run left there, and whether it ended well. */
@NullMarked
package dev.slipway.provisioning.workspace;

import org.jspecify.annotations.NullMarked;
