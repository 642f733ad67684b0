package dev.slipway.plan.endpoint;

import dev.slipway.toolkit.web.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Tells that the version in If-Match is not the present one. */
final class StaleVersion extends ProblemException {
    private static final long serialVersionUID = 1L;

    StaleVersion(String asked, String present) {
        super(
                HttpStatus.PRECONDITION_FAILED,
                "stale-version",
                "Stale version",
                "The version is %s, not %s; read it again and repeat the change.".formatted(present, asked),
                List.of());
    }
}
