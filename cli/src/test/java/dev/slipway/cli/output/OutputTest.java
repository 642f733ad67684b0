package dev.slipway.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutputTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Output output = new Output(new PrintStream(bytes, true, StandardCharsets.UTF_8));

    @Test
    void columnsAreAsWideAsTheirLongestCell() {
        output.table(List.of("NAME", "PHASE"), List.of(List.of("a", "READY"), List.of("longer", "CREATING")));
        assertThat(text()).isEqualTo("NAME    PHASE\na       READY\nlonger  CREATING\n");
    }

    @Test
    void objectsAreJson() {
        output.json(Map.of("up", true));
        assertThat(text()).isEqualToIgnoringWhitespace("{\"up\":true}");
    }

    @Test
    void textIsLeftAsItIs() {
        output.raw("a: b\n");
        output.line("end");
        assertThat(text()).isEqualTo("a: b\nend\n");
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
