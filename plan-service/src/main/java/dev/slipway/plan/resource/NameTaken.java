package dev.slipway.plan.resource;

import dev.slipway.toolkit.web.ProblemException;
import dev.slipway.toolkit.web.Violation;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Tells that another resource of the kind has the name. */
public final class NameTaken extends ProblemException {
    private static final long serialVersionUID = 1L;

    /** Names the kind and the name that is taken. */
    public NameTaken(String kind, String name) {
        super(
                HttpStatus.CONFLICT,
                "name-taken",
                "Name taken",
                "There is a %s named %s already; choose another name.".formatted(kind, name),
                List.of(new Violation("name", "is taken by another " + kind + "; choose another name")));
    }
}
