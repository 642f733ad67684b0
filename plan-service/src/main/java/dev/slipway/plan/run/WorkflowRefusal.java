package dev.slipway.plan.run;

import dev.slipway.toolkit.web.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Tells that the workflow of an operation does not take what was asked of it at this moment. */
final class WorkflowRefusal extends ProblemException {
    private static final long serialVersionUID = 1L;

    WorkflowRefusal(String detail) {
        super(HttpStatus.CONFLICT, "operation-state", "Not possible in this state", detail, List.of());
    }
}
