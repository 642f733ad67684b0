package dev.slipway.cli.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Why the API refused a request.
 *
 * @param title what kind of problem it is
 * @param detail what is wrong here
 * @param errors what is wrong in each field
 */
public record Problem(
        @Nullable String title,
        @Nullable String detail,
        @Nullable List<FieldError> errors) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * What is wrong in one field.
     *
     * @param field its path
     * @param message what is wrong
     */
    public record FieldError(String field, String message) {}

    static Problem parse(int status, String body) {
        try {
            Problem problem = JSON.readValue(body, Problem.class);
            return problem == null ? unknown(status) : problem;
        } catch (JacksonException e) {
            return unknown(status);
        }
    }

    /** The problem in one line, and one more for each field. */
    public String text(int status) {
        StringBuilder text = new StringBuilder(headline(status));
        for (FieldError error : errors == null ? List.<FieldError>of() : errors) {
            text.append("\n  ").append(error.field()).append(": ").append(error.message());
        }
        return text.toString();
    }

    private String headline(int status) {
        if (title == null && detail == null) {
            return "The server refused this with status " + status;
        }
        if (title == null || detail == null) {
            return title == null ? String.valueOf(detail) : title;
        }
        return title + ": " + detail;
    }

    private static Problem unknown(int status) {
        return new Problem(status == 401 ? "The token is not accepted" : null, null, null);
    }
}
