package dev.slipway.cli.offlinepackage.verify;

import java.util.List;

/**
 * What a check of a package found.
 *
 * @param check what was checked
 * @param outcome how it ended
 * @param message one sentence
 * @param problems everything that is wrong
 */
public record CheckResult(Check check, Outcome outcome, String message, List<String> problems) {
    static CheckResult of(Check check, String passed, List<String> problems) {
        return problems.isEmpty()
                ? new CheckResult(check, Outcome.PASSED, passed, List.of())
                : new CheckResult(check, Outcome.FAILED, problems.getFirst(), List.copyOf(problems));
    }

    static CheckResult skipped(Check check, String message) {
        return new CheckResult(check, Outcome.SKIPPED, message, List.of());
    }

    /** What a package is checked for. */
    public enum Check {
        /** It answers and its index can be read. */
        REACHABLE,
        /** Its index is signed by a key that is trusted here. */
        SIGNATURE,
        /** Its recipe is the one the index was made from. */
        RECIPE,
        /** Everything that the recipe names is in the index. */
        COMPLETE,
        /** Every file is there and unchanged. */
        FILES,
        /** Every image is there and unchanged. */
        IMAGES
    }

    /** How a check ended. */
    public enum Outcome {
        PASSED,
        FAILED,
        SKIPPED
    }
}
