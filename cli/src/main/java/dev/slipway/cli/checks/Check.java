package dev.slipway.cli.checks;

import dev.slipway.cli.failure.ProblemException;
import java.util.Optional;

/** One thing that must be so before anything is started. */
@FunctionalInterface
interface Check {
    /** What is wrong, if anything. */
    Optional<ProblemException> problem();
}
