package dev.slipway.plan.terraformstate;

import dev.slipway.toolkit.web.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Tells that the request does not come from who holds the lock. */
final class StateLocked extends ProblemException {
    private static final long serialVersionUID = 1L;

    StateLocked(String detail) {
        super(HttpStatus.CONFLICT, "state-locked", "State locked", detail, List.of());
    }
}
