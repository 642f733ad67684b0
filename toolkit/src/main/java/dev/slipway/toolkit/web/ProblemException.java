package dev.slipway.toolkit.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** Base of every refusal that has a name: an exception that is its own problem+json answer. */
public class ProblemException extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    /**
     * Makes a problem.
     *
     * @param type its name in kebab case, the end of the URN "urn:slipway:problem:"
     * @param title the same for all problems of the type
     * @param detail what happened this time, and what to do about it
     * @param violations every rule that was broken, empty when there are none to list
     */
    public ProblemException(HttpStatus status, String type, String title, String detail, List<Violation> violations) {
        super(status, Problems.of(status, type, title, detail, violations), null);
        this.violations = List.copyOf(violations);
    }

    /** Returns every rule that was broken. */
    public final List<Violation> violations() {
        return violations;
    }
}
