package dev.slipway.toolkit.process;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Replaces secrets in a line; a secret of many lines is hidden line by line. */
final class Redaction implements UnaryOperator<String> {
    static final String MASK = "***";

    /** A shorter line of a longer secret, such as "}", would blank out harmless text. */
    private static final int SHORTEST_PART = 6;

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

    @Override
    public String apply(String line) {
        var redacted = line;
        for (var part : parts) {
            redacted = redacted.replace(part, MASK);
        }
        return redacted;
    }
}
