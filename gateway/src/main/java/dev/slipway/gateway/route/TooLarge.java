package dev.slipway.gateway.route;

import dev.slipway.toolkit.web.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

/** A body turned out larger than allowed while it was read. */
final class TooLarge extends ProblemException {
    private static final long serialVersionUID = 1L;

    TooLarge(long limit) {
        super(HttpStatus.CONTENT_TOO_LARGE, "content-too-large", "Content too large", detail(limit), List.of());
    }

    static String detail(long limit) {
        return "The body of a request may have " + limit + " bytes at most.";
    }
}
