package dev.slipway.toolkit.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says what a value has to look like, in words for people. */
final class Expectation {
    /** No type fits two of them. */
    private static final Map<Class<?>, String> FORMS = Map.of(
            CharSequence.class, "a text",
            UUID.class, "an id of the form 01234567-89ab-cdef-0123-456789abcdef",
            Instant.class, "a time of the form 2026-01-31T12:00:00Z",
            Boolean.class, "true or false",
            boolean.class, "true or false",
            Number.class, "a number",
            int.class, "a number",
            long.class, "a number",
            Collection.class, "a list");

    private Expectation() {}

    static String of(@Nullable Class<?> type) {
        if (type == null) {
            return "is not readable as what is expected here";
        }
        if (type.isEnum()) {
            return "must be one of " + Arrays.toString(type.getEnumConstants());
        }
        return "must be "
                + FORMS.entrySet().stream()
                        .filter(form -> form.getKey().isAssignableFrom(type))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("an object");
    }
}
