package dev.slipway.provisioning.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Names what this worker can see and stop: the processes of its user in one running kernel. It stays the same when the
 * machine is given another name or another time, and no other machine has it.
 *
 * @param boot id of this run of the kernel
 * @param processes the space of processes, as containers have their own
 */
record Machine(String boot, String processes, String user) {
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    private static final Path PROCESSES = Path.of("/proc/self/ns/pid");

    static Machine here() {
        try {
            return new Machine(
                    Files.readString(BOOT).strip(),
                    Files.readSymbolicLink(PROCESSES).toString(),
                    System.getProperty("user.name"));
        } catch (IOException notLinux) {
            return new Machine("", "", "");
        }
    }

    String name() {
        return String.join("/", boot, processes, user);
    }

    /** Tells whether a run that had this name was one of the processes here. */
    boolean isHomeOf(String holder) {
        return !boot.isEmpty() && name().equals(holder);
    }
}
