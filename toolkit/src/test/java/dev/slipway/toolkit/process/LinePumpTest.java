package dev.slipway.toolkit.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LinePumpTest {
    private static final Redaction NOTHING = new Redaction(Set.of());
    private final List<String> lines = new ArrayList<>();

    @Test
    void splitsByLine() {
        pump("one\r\ntwo\n\nthree");

        assertThat(lines).containsExactly("one", "two", "", "three");
    }

    @Test
    void handsALineWithoutEndOnInParts() {
        pump("x".repeat(LinePump.LONGEST_LINE + 3));

        assertThat(lines).extracting(String::length).containsExactly(LinePump.LONGEST_LINE, 3);
    }

    @Test
    void replacesWhatIsNoText() {
        new LinePump(new ByteArrayInputStream(new byte[] {'a', (byte) 0xff, '\n'}), NOTHING, lines::add).run();

        assertThat(lines).containsExactly("a\uFFFD");
    }

    @Test
    void endsWhenThePipeBreaks() {
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Stream closed");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return read();
            }
        };

        new LinePump(broken, NOTHING, lines::add).run();

        assertThat(lines).isEmpty();
    }

    @Test
    void hidesASecretThatStandsAcrossTheCut() {
        var secret = "tops3cret";
        for (var before = LinePump.LONGEST_LINE - secret.length() - 1; before <= LinePump.LONGEST_LINE + 1; before++) {
            lines.clear();
            var text = "x".repeat(before) + secret + "y".repeat(LinePump.LONGEST_LINE);

            pump(text, new Redaction(Set.of(secret)));

            assertThat(String.join("", lines)).isEqualTo(text.replace(secret, Redaction.MASK));
            assertThat(lines).allMatch(part -> part.length() <= LinePump.LONGEST_LINE);
        }
    }

    @Test
    void goesOnReadingALineThatIsOneLongSecret() {
        var secret = "0123456789".repeat(300);

        pump(secret.repeat(40) + "\nafter", new Redaction(Set.of(secret)));

        assertThat(String.join("", lines)).endsWith("after").doesNotContain("0123456789");
    }

    private void pump(String text) {
        pump(text, NOTHING);
    }

    private void pump(String text, Redaction redaction) {
        new LinePump(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), redaction, lines::add).run();
    }
}
