package dev.slipway.plan.cluster.rule;

import dev.slipway.toolkit.web.ProblemException;
import dev.slipway.toolkit.web.Violation;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Tells everything that keeps a wanted cluster from being made. */
public final class InvalidCluster extends ProblemException {
    private static final long serialVersionUID = 1L;

    /** Takes all violations at once. */
    public InvalidCluster(List<Violation> violations) {
        super(
                HttpStatus.BAD_REQUEST,
                "invalid-request",
                "Invalid request",
                "The cluster breaks the rules listed in errors; nothing was changed.",
                violations);
    }
}
