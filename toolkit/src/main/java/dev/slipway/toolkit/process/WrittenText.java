package dev.slipway.toolkit.process;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A line as it was meant: what programs quote and escape when they write a text down is taken back. Each character
 * knows which part of the line it was written as.
 */
final class WrittenText {
    /** JSON, Go, Python and the shell put a backslash before what they escape. */
    private static final Pattern BACKSLASH = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))");

    /** A quote within quotes, as in the shell and in YAML. */
    private static final Pattern QUOTE = Pattern.compile("'\\\\''|'\"'\"'|''");

    private static final Pattern PERCENT = Pattern.compile("(?:%[0-9a-fA-F]{2})+");
    private static final Pattern PERCENT_OR_PLUS = Pattern.compile(PERCENT + "|\\+");

    private static final String ESCAPED = "nrtbf";
    private static final String MEANT = "\n\r\t\b\f";

    /** A shorter secret may be part of any word, which would blank out harmless text. */
    private static final int SHORTEST_ANYWHERE = 8;

    private final String text;
    private final int[] starts;
    private final int[] ends;

    private WrittenText(String text, int[] starts, int[] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    /** Returns the line as it stands and in all ways it may have been meant. */
    static Stream<WrittenText> readings(String line) {
        var size = line.length();
        var plain = new WrittenText(
                line,
                IntStream.range(0, size).toArray(),
                IntStream.rangeClosed(1, size).toArray());
        var escaped = plain.without(BACKSLASH);
        return Stream.of(
                        plain,
                        plain.without(QUOTE),
                        escaped,
                        escaped.without(QUOTE),
                        escaped.without(BACKSLASH),
                        plain.without(PERCENT),
                        plain.without(PERCENT_OR_PLUS))
                .distinct();
    }

    /** Marks what of the line was written for this part of the text: a short one as a word, others wherever. */
    void mark(String part, BitSet marked) {
        for (var at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
            var end = at + part.length();
            if (part.length() >= SHORTEST_ANYWHERE || isWord(at, end)) {
                marked.set(starts[at], ends[end - 1]);
            }
        }
    }

    private boolean isWord(int start, int end) {
        return (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))
                && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }

    private WrittenText without(Pattern escapes) {
        var found = escapes.matcher(text).results().toList();
        if (found.isEmpty()) {
            return this;
        }
        var builder = new Builder();
        found.forEach(builder::replace);
        return builder.build();
    }

    private static String meaning(MatchResult escape) {
        return switch (escape.group().charAt(0)) {
            case '%' -> percent(escape.group());
            case '+' -> " ";
            case '\'' -> "'";
            default -> backslash(escape);
        };
    }

    private static String percent(String escapes) {
        return new String(HexFormat.of().parseHex(escapes.replace("%", "")), StandardCharsets.UTF_8);
    }

    private static String backslash(MatchResult escape) {
        var code = escape.group(1) == null ? escape.group(2) : escape.group(1);
        if (code != null) {
            return Character.toString(HexFormat.fromHexDigits(code));
        }
        var index = ESCAPED.indexOf(escape.group(3));
        return index < 0 ? escape.group(3) : MEANT.substring(index, index + 1);
    }

    /** Makes the reading in which escapes are replaced by what they mean. */
    private final class Builder {
        private final StringBuilder read = new StringBuilder();
        private final int[] readStarts = new int[text.length()];
        private final int[] readEnds = new int[text.length()];
        private int position;

        /** No meaning is longer than its escape; all its characters were written as the whole escape. */
        void replace(MatchResult escape) {
            keep(escape.start());
            var from = read.length();
            read.append(meaning(escape));
            Arrays.fill(readStarts, from, read.length(), starts[escape.start()]);
            Arrays.fill(readEnds, from, read.length(), ends[escape.end() - 1]);
            position = escape.end();
        }

        private void keep(int end) {
            System.arraycopy(starts, position, readStarts, read.length(), end - position);
            System.arraycopy(ends, position, readEnds, read.length(), end - position);
            read.append(text, position, end);
        }

        WrittenText build() {
            keep(text.length());
            return new WrittenText(read.toString(), readStarts, readEnds);
        }
    }
}
