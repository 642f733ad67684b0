package dev.slipway.toolkit.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * The place in a list after which the next page begins.
 *
 * @param at when the last item of the page was created
 * @param id its id, as several may have been created at once
 */
public record Cursor(Instant at, UUID id) {
    private static final String SEPARATOR = "_";

    /** Returns the opaque form that clients give back. */
    public String encode() {
        var text = at + SEPARATOR + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads the opaque form; what no server made is an invalid request. */
    public static Cursor decode(String encoded) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            var separator = text.indexOf(SEPARATOR);
            return new Cursor(
                    Instant.parse(text.substring(0, Math.max(0, separator))),
                    UUID.fromString(text.substring(separator + 1)));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw InvalidRequest.of(
                    "cursor", "is not one that a list returned as \"next\"; leave it out to begin anew");
        }
    }
}
