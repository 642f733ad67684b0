package dev.slipway.installation.preflight;

/**
 * Something about a host that stands in the way of an installation, or may.
 *
 * @param check what was looked at, in one or two words
 * @param message what was found
 * @param advice what to do about it
 */
record Finding(String host, Severity severity, String check, String message, String advice) {
    /** How much a finding matters. */
    enum Severity {
        /** The installation would fail or hurt. */
        ERROR,
        /** The installation goes on; a person should know. */
        WARNING
    }

    static Finding error(String host, String check, String message, String advice) {
        return new Finding(host, Severity.ERROR, check, message, advice);
    }

    static Finding warning(String host, String check, String message, String advice) {
        return new Finding(host, Severity.WARNING, check, message, advice);
    }

    boolean isError() {
        return severity == Severity.ERROR;
    }
}
