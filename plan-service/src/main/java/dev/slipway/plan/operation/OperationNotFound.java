package dev.slipway.plan.operation;

import dev.slipway.toolkit.web.ProblemException;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** Tells that there is no such operation. */
public final class OperationNotFound extends ProblemException {
    private static final long serialVersionUID = 1L;

    /** Names the operation that was asked for. */
    public OperationNotFound(UUID id) {
        super(
                HttpStatus.NOT_FOUND,
                "not-found",
                "Not found",
                "There is no operation %s. The list shows what there is.".formatted(id),
                List.of());
    }
}
