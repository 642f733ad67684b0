package dev.slipway.provisioning.workspace;

import dev.slipway.provisioning.state.StateLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;

/**
 * Remembers since when this machine may hold the lock of a cluster's state. A claim is written before Terraform starts
 * and given up when all ended well, so one that is still there tells of a run that did not.
 *
 * @param file where it is remembered; outlives a restart of the machine
 */
record Claim(Path file, Clock clock) {
    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");

    boolean exists() {
        return Files.exists(file);
    }

    /** Claims the lock; a claim that an earlier run left stays as old as it is. */
    void make() {
        if (!exists()) {
            PrivateFiles.write(file, clock.instant().toString());
        }
    }

    /** Gives the claim up: whatever lock appears from now on is not ours. */
    void giveUp() {
        PrivateFiles.remove(file);
    }

    /**
     * Tells whether a lock was taken by a run from here: all of those are stopped by now. After a restart of the
     * machine, a lock is known by user, name of the machine and time.
     */
    boolean covers(StateLock lock) {
        return Machine.here().isHomeOf(String.valueOf(lock.holder())) || isClaimed(lock);
    }

    private boolean isClaimed(StateLock lock) {
        var created = lock.created();
        try {
            return exists()
                    && self().equals(lock.who())
                    && created != null
                    && !created.isBefore(Instant.parse(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names this user as Terraform does. */
    private static String self() throws IOException {
        return System.getProperty("user.name") + "@"
                + Files.readString(HOST_NAME).strip();
    }
}
