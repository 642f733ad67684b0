package dev.slipway.toolkit.web;

import java.util.List;
import org.springframework.http.HttpStatus;

/** A request that breaks rules, with all of them. */
final class InvalidRequest extends ProblemException {
    static final String TYPE = "invalid-request";
    static final String TITLE = "Invalid request";
    static final String DETAIL = "The request breaks the rules listed in errors; nothing was changed.";
    private static final long serialVersionUID = 1L;

    private InvalidRequest(List<Violation> violations) {
        super(HttpStatus.BAD_REQUEST, TYPE, TITLE, DETAIL, violations);
    }

    static InvalidRequest of(String field, String message) {
        return new InvalidRequest(List.of(new Violation(field, message)));
    }
}
