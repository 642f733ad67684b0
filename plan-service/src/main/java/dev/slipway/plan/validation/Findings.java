package dev.slipway.plan.validation;

import dev.slipway.toolkit.web.ProblemException;
import dev.slipway.toolkit.web.Violation;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;

/** The broken rules of one request, collected so that a person learns of all of them at once. */
public final class Findings {
    private final List<Violation> violations = new ArrayList<>();

    /** Makes an empty collection. */
    public Findings() {}

    /** Notes one broken rule. */
    public void add(String field, String message) {
        violations.add(new Violation(field, message));
    }

    /** Returns whether no rule is broken so far by the field or a part of it, so that its value can be used. */
    public boolean clean(String field) {
        return violations.stream()
                .map(Violation::field)
                .noneMatch(broken ->
                        broken.equals(field) || broken.startsWith(field + ".") || broken.startsWith(field + "["));
    }

    /** Returns what was found. */
    public List<Violation> all() {
        return List.copyOf(violations);
    }

    /** Refuses the request if any rule is broken. */
    public void orThrow() {
        if (!violations.isEmpty()) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "invalid-request",
                    "Invalid request",
                    "The request breaks the rules listed in errors; nothing was changed.",
                    violations);
        }
    }
}
