package dev.slipway.plan.reference;

import dev.slipway.toolkit.web.ProblemException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/** Tells who still uses what somebody wants to delete. */
public final class InUse extends ProblemException {
    private static final long serialVersionUID = 1L;
    private static final int NAMED = 10;

    InUse(Reference used, List<Reference> users) {
        super(
                HttpStatus.CONFLICT,
                "in-use",
                "In use",
                "The %s is used by %s; change or delete that first.".formatted(used, names(users)),
                List.of());
    }

    private static String names(List<Reference> users) {
        var named = users.stream().limit(NAMED).map(Reference::toString).collect(Collectors.joining(", "));
        return users.size() > NAMED ? named + " and " + (users.size() - NAMED) + " more" : named;
    }
}
