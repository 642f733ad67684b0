package dev.slipway.toolkit.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Makes problem details of Slipway's form. */
final class Problems {
    private static final String URN = "urn:slipway:problem:";

    private Problems() {}

    static ProblemDetail of(
            HttpStatusCode status, String type, String title, @Nullable String detail, List<Violation> violations) {
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create(URN + type));
        problem.setTitle(title);
        problem.setDetail(detail);
        problem.setProperty("errors", List.copyOf(violations));
        return problem;
    }

    static ProblemDetail invalid(List<Violation> violations) {
        return of(HttpStatus.BAD_REQUEST, InvalidRequest.TYPE, InvalidRequest.TITLE, InvalidRequest.DETAIL, violations);
    }

    static ProblemDetail unforeseen() {
        return of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal-error",
                "Internal error",
                "Slipway failed to handle this request; the log of the service says why.",
                List.of());
    }

    static ProblemDetail noDatabase() {
        return of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "database-unavailable",
                "Database unavailable",
                "The database does not answer; see whether it runs.",
                List.of());
    }

    /** Gives a problem of the framework the type and the list of errors that ours have. */
    static ProblemDetail complete(ProblemDetail problem) {
        if (!isNamed(problem)) {
            var status = HttpStatus.resolve(problem.getStatus());
            problem.setType(URI.create(URN + (status == null ? "error" : kebab(status.getReasonPhrase()))));
            if (status == HttpStatus.NOT_FOUND) {
                problem.setDetail("There is nothing at this path; the OpenAPI document shows what there is.");
            }
        }
        if (problem.getProperties() == null || !problem.getProperties().containsKey("errors")) {
            problem.setProperty("errors", List.of());
        }
        return problem;
    }

    private static boolean isNamed(ProblemDetail problem) {
        return String.valueOf(problem.getType()).startsWith(URN);
    }

    private static String kebab(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
