package dev.slipway.plan.secret;

import java.nio.file.Path;

/** Tells that there are sealed secrets and no key to open them. */
final class KeyMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeyMissing(Path file) {
        super(("The database holds sealed secrets, but their key file %s is missing. Put the file back from your backup"
                        + " and start again; without it the secrets are lost and the database has to be made anew.")
                .formatted(file));
    }
}
