package dev.slipway.toolkit.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinePumpTest {
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
        new LinePump(new ByteArrayInputStream(new byte[] {'a', (byte) 0xff, '\n'}), lines::add).run();

        assertThat(lines).containsExactly("a\uFFFD");
    }

    @Test
    void endsWhenThePipeBreaks() {
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Stream closed");
            }
        };

        new LinePump(broken, lines::add).run();

        assertThat(lines).isEmpty();
    }

    private void pump(String text) {
        new LinePump(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), lines::add).run();
    }
}
