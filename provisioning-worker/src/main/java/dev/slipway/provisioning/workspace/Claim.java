package dev.slipway.provisioning.workspace;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Remembers that a run works for a cluster. A claim is written before Terraform starts and given up when all ended
 * well, so one that is still there tells of a run that did not.
 *
 * @param file where it is remembered; outlives a restart of the machine
 */
record Claim(Path file) {
    boolean exists() {
        return Files.exists(file);
    }

    void make() {
        PrivateFiles.write(file, "");
    }

    void giveUp() {
        PrivateFiles.remove(file);
    }
}
