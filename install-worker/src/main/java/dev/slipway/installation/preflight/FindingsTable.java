package dev.slipway.installation.preflight;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** All findings as one table of text, a line per finding. */
final class FindingsTable {
    private static final List<String> HEAD = List.of("HOST", "SEVERITY", "CHECK", "FINDING", "WHAT TO DO");

    private FindingsTable() {}

    static List<String> lines(List<Finding> findings) {
        var rows = new ArrayList<List<String>>();
        rows.add(HEAD);
        findings.forEach(finding -> rows.add(row(finding)));
        int[] widths = IntStream.range(0, HEAD.size())
                .map(column -> width(rows, column))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static List<String> row(Finding finding) {
        return List.of(finding.host(), finding.severity().name(), finding.check(), finding.message(), finding.advice());
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private static String line(List<String> row, int[] widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> row.get(column)
                        + " ".repeat(widths[column] - row.get(column).length()))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }
}
