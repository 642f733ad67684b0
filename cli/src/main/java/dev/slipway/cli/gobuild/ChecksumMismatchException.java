package dev.slipway.cli.gobuild;

import dev.slipway.cli.failure.ProblemException;

/** What was fetched is not what the recipe names. */
public class ChecksumMismatchException extends ProblemException {
    private static final long serialVersionUID = 1L;

    /** Names the source, and both checksums. */
    public ChecksumMismatchException(String source, String expected, String found) {
        super("The checksum of %s is %s, expected %s: it was changed at its origin or on the way; nothing was built"
                .formatted(source, found, expected));
    }
}
