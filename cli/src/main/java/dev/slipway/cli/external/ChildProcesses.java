package dev.slipway.cli.external;

/** Ends the children of this process with it: an interrupted command leaves nothing running. */
final class ChildProcesses {
    private ChildProcesses() {}

    static Process watched(Process process) {
        Thread end = new Thread(() -> endTree(process));
        Runtime.getRuntime().addShutdownHook(end);
        var _ = process.onExit().thenRun(() -> forget(end));
        return process;
    }

    static void endTree(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    private static void forget(Thread end) {
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException e) {
            // This process is ending, and the hook with it.
            end.interrupt();
        }
    }
}
