package dev.slipway.toolkit.process;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Replaces secrets in a line, also as programs write them down: escaped in JSON, quoted for a shell, encoded in a URL.
 * A secret of many lines is hidden line by line.
 */
final class Redaction implements UnaryOperator<String> {
    static final String MASK = "***";

    /** A shorter line of a longer secret, such as "}", would blank out harmless text. */
    private static final int SHORTEST_PART = 6;

    /** A unicode escape whose backslash is itself escaped. */
    private static final int LONGEST_ESCAPE = 7;

    private final List<String> parts;

    Redaction(Set<String> secrets) {
        parts = secrets.stream()
                .flatMap(Redaction::parts)
                .filter(part -> !part.isBlank())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private static Stream<String> parts(String secret) {
        var lines = secret.lines().map(String::strip).filter(line -> line.length() >= SHORTEST_PART);
        return Stream.concat(Stream.of(secret), lines);
    }

    /** Returns how much of a line a secret may take, however it is escaped. */
    int longest() {
        return parts.isEmpty() ? 0 : parts.getFirst().length() * LONGEST_ESCAPE;
    }

    @Override
    public String apply(String line) {
        if (parts.isEmpty()) {
            return line;
        }
        var hidden = new BitSet();
        WrittenText.readings(line).forEach(reading -> parts.forEach(part -> reading.mark(part, hidden)));
        return hidden.isEmpty() ? line : masked(line, hidden);
    }

    private static String masked(String line, BitSet hidden) {
        var text = new StringBuilder();
        var position = 0;
        for (var start = hidden.nextSetBit(0); start >= 0; start = hidden.nextSetBit(position)) {
            text.append(line, position, start).append(MASK);
            position = hidden.nextClearBit(start);
        }
        return text.append(line, position, line.length()).toString();
    }
}
