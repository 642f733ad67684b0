package dev.slipway.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveLinesTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final String CLEARED = "\r\033[K";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final SetClock clock = new SetClock();

    @Test
    void aTerminalShowsTheTimeInALineThatMakesWay() {
        LiveLines lines = new LiveLines(stream, clock, true);
        lines.begins("workers", "  ...  9/15 Join workers", BEGIN);

        clock.after(1);
        lines.tick();
        clock.after(65);
        lines.tick();
        lines.ends("workers");
        lines.line("  ok   9/15 Join workers");
        lines.tick();

        assertThat(output())
                .isEqualTo("  ...  9/15 Join workers, 1.0 s" + CLEARED + "  ...  9/15 Join workers, 1 min 05 s"
                        + CLEARED + "  ok   9/15 Join workers\n");
    }

    @Test
    void stepsThatRunSideBySideAreToldTogether() {
        LiveLines lines = new LiveLines(stream, clock, true);
        lines.begins("images", "Images", BEGIN);
        lines.begins("baseline", "Baseline", BEGIN.plusSeconds(600));

        clock.after(2);
        lines.tick();
        lines.close();

        assertThat(output()).isEqualTo("Images, 2.0 s; Baseline, 0.0 s" + CLEARED);
    }

    @Test
    void whereNobodyLooksALineComesNowAndThen() {
        LiveLines lines = new LiveLines(stream, clock, false);
        lines.begins("dns", "DNS", null);

        for (int second = 1; second <= 12; second++) {
            clock.after(second);
            lines.tick();
        }
        clock.after(1200);
        lines.tick();
        clock.after(1229);
        lines.tick();
        lines.close();

        assertThat(output().lines()).containsExactly("DNS, 5.0 s", "DNS, 10.0 s", "DNS, 20 min 00 s");
    }

    @Test
    void aFileAndAPipeAreNoTerminal() throws IOException {
        assertThat(Terminal.shows(stream)).isFalse();
        assertThat(Terminal.isTerminal(Files.createSymbolicLink(folder.resolve("file"), folder.resolve("log"))))
                .isFalse();
        assertThat(Terminal.isTerminal(Files.createSymbolicLink(folder.resolve("screen"), Path.of("/dev/pts/4"))))
                .isTrue();
        assertThat(Terminal.isTerminal(folder.resolve("nothing"))).isFalse();
    }

    private String output() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static final class SetClock extends Clock {
        private Instant now = BEGIN;

        void after(long seconds) {
            now = BEGIN.plus(Duration.ofSeconds(seconds));
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
