package dev.slipway.cli.operation;

import dev.slipway.cli.failure.ProblemException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Fields as they are typed, "network.podNetwork" and its value.
 *
 * @param typed values by field
 */
record ChangedFields(Map<String, String> typed) {
    private static final String LABELS = "labels";

    /** The fields as the API takes them. */
    Map<String, Object> nested() {
        var whole = new TreeMap<String, Object>();
        var parts = new TreeMap<String, Map<String, @Nullable Object>>();
        typed.forEach((field, value) -> {
            int dot = field.indexOf('.');
            if (dot < 0) {
                whole.put(field, value(field, value));
            } else {
                String part = field.substring(0, dot);
                parts.computeIfAbsent(part, name -> new TreeMap<>())
                        .put(field.substring(dot + 1), part.equals(LABELS) ? label(value) : value(field, value));
            }
        });
        whole.putAll(parts);
        return whole;
    }

    private static @Nullable String label(String value) {
        return value.isEmpty() ? null : value;
    }

    private static Object value(String field, String value) {
        if (field.equals(LABELS)) {
            throw new ProblemException("A label has a name", "say which: --set labels.KEY=VALUE");
        }
        return value.matches("[0-9]{1,9}") ? Integer.valueOf(value) : value;
    }
}
