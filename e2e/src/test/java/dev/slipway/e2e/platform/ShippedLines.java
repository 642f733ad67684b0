package dev.slipway.e2e.platform;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The lines of an operation as their workers numbered them, try by try. The numbers that the API shows are given when
 * lines arrive: a line that was lost on its way leaves no hole in those.
 */
final class ShippedLines {
    private static final String HOLES = """
            select step || ', try ' || attempt || ': ' || count(*) || ' lines from ' || min(line) || ' to ' || max(line)
            from operation_log where operation_id = cast(? as uuid)
            group by step, attempt having min(line) <> 1 or max(line) <> count(*)
            """;
    private static final String DISORDER = """
            select step || ', try ' || attempt || ': line ' || line || ' after ' || before from (
                select step, attempt, line, lag(line) over (partition by step, attempt order by number) as before
                from operation_log where operation_id = cast(? as uuid)) lines
            where line <= before
            """;
    private static final String SILENT = """
            select step || ', try ' || attempts from operation_steps done
            where operation_id = cast(? as uuid) and state = 'SUCCEEDED' and not exists (
                select 1 from operation_log said where said.operation_id = done.operation_id
                and said.step = done.step and said.attempt = done.attempts and said.text like '% begins on %')
            """;

    private ShippedLines() {}

    static void assertNoneLost(String operation) {
        assertThat(Database.texts(HOLES, operation)).as("lines that are lost").isEmpty();
        assertThat(Database.texts(DISORDER, operation)).as("lines out of order").isEmpty();
        assertThat(Database.texts(SILENT, operation))
                .as("tries that did their step and said nothing")
                .isEmpty();
    }
}
