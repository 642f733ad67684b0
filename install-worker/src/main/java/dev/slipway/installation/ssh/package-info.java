/** Commands on hosts over SSH, with pinned host keys; sshj is known nowhere else. */
@NullMarked
package dev.slipway.installation.ssh;

import org.jspecify.annotations.NullMarked;
