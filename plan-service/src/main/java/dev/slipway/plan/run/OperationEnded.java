package dev.slipway.plan.run;

import dev.slipway.plan.operation.Operation;
import dev.slipway.toolkit.web.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Tells that an operation cannot be canceled because it has ended. */
final class OperationEnded extends ProblemException {
    private static final long serialVersionUID = 1L;

    OperationEnded(Operation operation) {
        super(
                HttpStatus.CONFLICT,
                "operation-ended",
                "Operation ended",
                "Operation %s is %s; only one that is PENDING or RUNNING can be canceled."
                        .formatted(operation.id(), operation.state()),
                List.of());
    }
}
