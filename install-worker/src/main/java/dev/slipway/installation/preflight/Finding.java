package dev.slipway.installation.preflight;

import dev.slipway.contracts.failure.FailureType;

/**
 * Something about a host that stands in the way of an installation, or may.
 *
 * @param type the failure it is when nothing else was found
 * @param check what was looked at, in one or two words
 * @param message what was found
 * @param advice what to do about it
 */
record Finding(String host, Severity severity, FailureType type, String check, String message, String advice) {
    /** How much a finding matters. */
    enum Severity {
        /** The installation would fail or hurt. */
        ERROR,
        /** The installation goes on; a person should know. */
        WARNING
    }

    static Finding error(String host, String check, String message, String advice) {
        return new Finding(host, Severity.ERROR, FailureType.PREFLIGHT_FAILED, check, message, advice);
    }

    static Finding warning(String host, String check, String message, String advice) {
        return new Finding(host, Severity.WARNING, FailureType.PREFLIGHT_FAILED, check, message, advice);
    }

    /** Returns the finding with a name of its own. */
    Finding named(FailureType other) {
        return new Finding(host, severity, other, check, message, advice);
    }

    boolean isError() {
        return severity == Severity.ERROR;
    }
}
