package dev.slipway.provisioning.workspace;

import dev.slipway.toolkit.process.Command;
import dev.slipway.toolkit.process.ProcessFence;
import dev.slipway.toolkit.process.WorkerMark;

/** By what a program is found once nobody waits for it: whose work it does, and which worker started it. */
record Marks(ProcessFence fence, WorkerMark worker) {
    Command mark(Command command) {
        return worker.mark(fence.mark(command));
    }
}
