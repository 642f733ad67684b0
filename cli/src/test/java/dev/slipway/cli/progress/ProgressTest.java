package dev.slipway.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Progress progress =
            new Progress(new PrintStream(bytes, true, StandardCharsets.UTF_8), Clock.systemUTC(), 2);

    @Test
    void stepsAreNumberedAndTimed() {
        assertThat(progress.<String>step("First", () -> "made")).isEqualTo("made");
        progress.run("Second", () -> {});
        assertThat(text()).matches("\\[1/2] First \\d+\\.\\d s\\n\\[2/2] Second \\d+\\.\\d s\\n");
    }

    @Test
    void aFailedStepIsNotToldAsDone() {
        assertThatThrownBy(() -> progress.run("Broken", () -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(text()).isEmpty();
    }

    @Test
    void aDetailIsToldInBrackets() {
        Detail detail = new Detail(progress::line);
        assertThat(detail.suffix()).isEmpty();
        detail.is("3 of 4");
        assertThat(detail.suffix()).isEqualTo(" (3 of 4)");
    }

    @Test
    void longTimesAreToldInMinutes() {
        assertThat(Progress.seconds(Duration.ofMillis(61_500))).isEqualTo("1 min 01 s");
        assertThat(Progress.seconds(Duration.ofMillis(1_250))).matches("1\\.[23] s");
        assertThat(progress.elapsed()).endsWith(" s");
    }

    @Test
    void stepsFoundLaterAreCounted() {
        progress.more(1);
        progress.run("One", () -> {});
        assertThat(text()).startsWith("[1/3] One");
    }

    @Test
    void aStepTellsLinesOfItsOwn() {
        progress.step("One", detail -> {
            detail.note("part of it");
            return 1;
        });
        assertThat(text()).startsWith("      part of it\n[1/2] One");
    }

    @Test
    void aStepThatShowsItselfStandsAboveWhatItShows() {
        assertThat(progress.<Integer>shown("Live", () -> {
                    progress.line("its own line");
                    return 7;
                }))
                .isEqualTo(7);
        assertThat(text()).startsWith("[1/2] Live\nits own line\n[1/2] Live ");
    }

    @Test
    void whatTakesLongIsToldLessOften() {
        assertThat(Progress.interval(Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(5));
        assertThat(Progress.interval(Duration.ofSeconds(60))).isEqualTo(Duration.ofSeconds(15));
        assertThat(Progress.interval(Duration.ofMinutes(9))).isEqualTo(Duration.ofSeconds(30));
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
