package dev.slipway.cli.output;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Writes what a command answers to its standard output. */
public final class Output {
    private static final JsonMapper JSON = new JsonMapper();

    private final PrintStream stream;

    /** Answers to the given stream. */
    public Output(PrintStream stream) {
        this.stream = stream;
    }

    /** One line. */
    public void line(String text) {
        stream.println(text);
    }

    /** Text as it is. */
    public void raw(String text) {
        stream.print(text);
        stream.flush();
    }

    /** An object as JSON. */
    public void json(Object value) {
        stream.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value));
    }

    /** A table whose columns are as wide as their longest cell. */
    public void table(List<String> header, List<List<String>> rows) {
        List<List<String>> lines = new ArrayList<>(List.of(header));
        lines.addAll(rows);
        int[] widths = new int[header.size()];
        lines.forEach(line -> widen(widths, line));
        lines.forEach(line -> stream.println(aligned(widths, line)));
    }

    private static void widen(int[] widths, List<String> line) {
        Arrays.setAll(
                widths, column -> Math.max(widths[column], line.get(column).length()));
    }

    private static String aligned(int[] widths, List<String> line) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = line.get(column);
            text.append(cell).append(" ".repeat(widths[column] - cell.length() + 2));
        }
        return text.toString().stripTrailing();
    }
}
