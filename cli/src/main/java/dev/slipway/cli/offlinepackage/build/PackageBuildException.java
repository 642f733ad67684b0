package dev.slipway.cli.offlinepackage.build;

import dev.slipway.cli.failure.ProblemException;
import java.util.Map;
import java.util.stream.Collectors;

/** Components that could not be built; the others stay built. */
public class PackageBuildException extends ProblemException {
    private static final long serialVersionUID = 1L;

    /** Names each component with its cause, and how to try it alone. */
    PackageBuildException(String recipe, Map<String, String> failures) {
        super(failures.entrySet().stream()
                .map(failure -> "%s: %s%nTry it alone: slipway package build %s --component %s"
                        .formatted(failure.getKey(), failure.getValue(), recipe, failure.getKey()))
                .collect(Collectors.joining("\n")));
    }
}
