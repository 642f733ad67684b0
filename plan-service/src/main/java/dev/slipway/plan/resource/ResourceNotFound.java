package dev.slipway.plan.resource;

import dev.slipway.toolkit.web.ProblemException;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** Tells that nothing has this id. */
public final class ResourceNotFound extends ProblemException {
    private static final long serialVersionUID = 1L;

    /** Names the kind and the id that was asked for. */
    public ResourceNotFound(String kind, UUID id) {
        super(
                HttpStatus.NOT_FOUND,
                "not-found",
                "Not found",
                "There is no %s %s; it may have been deleted. The list shows what there is.".formatted(kind, id),
                List.of());
    }
}
