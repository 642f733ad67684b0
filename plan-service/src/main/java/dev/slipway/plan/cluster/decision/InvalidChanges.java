package dev.slipway.plan.cluster.decision;

import dev.slipway.toolkit.web.ProblemException;
import dev.slipway.toolkit.web.Violation;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Tells everything that keeps a retry from changing the spec as asked. */
final class InvalidChanges extends ProblemException {
    private static final long serialVersionUID = 1L;

    static InvalidChanges of(String field, String message) {
        return new InvalidChanges(List.of(new Violation(field, message)));
    }

    InvalidChanges(List<Violation> violations) {
        super(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid-changes",
                "Invalid changes",
                "The changes break the rules listed in errors; nothing was changed, and the operation still waits for a decision.",
                violations);
    }
}
