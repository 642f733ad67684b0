package dev.slipway.plan.run;

import dev.slipway.toolkit.web.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Tells that what was asked for is not possible in the state the operation is in. */
class StateConflict extends ProblemException {
    private static final long serialVersionUID = 1L;

    StateConflict(String detail) {
        super(HttpStatus.CONFLICT, "operation-state", "Not possible in this state", detail, List.of());
    }
}
