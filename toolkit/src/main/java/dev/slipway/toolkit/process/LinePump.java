package dev.slipway.toolkit.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Reads a pipe to its end, line by line; a line beyond the limit is handed on in parts. */
final class LinePump implements Runnable {
    static final int LONGEST_LINE = 8192;

    private final InputStream pipe;
    private final Consumer<String> lines;
    private final StringBuilder line = new StringBuilder();

    LinePump(InputStream pipe, Consumer<String> lines) {
        this.pipe = pipe;
        this.lines = lines;
    }

    @Override
    public void run() {
        try (var reader = new BufferedReader(new InputStreamReader(pipe, StandardCharsets.UTF_8))) {
            for (var character = reader.read(); character >= 0; character = reader.read()) {
                accept((char) character);
            }
        } catch (IOException closed) {
            // A pipe that is closed under its reader has ended like any other.
        }
        if (!line.isEmpty()) {
            emit();
        }
    }

    private void accept(char character) {
        if (character == '\n') {
            emit();
        } else if (character != '\r') {
            line.append(character);
            if (line.length() >= LONGEST_LINE) {
                emit();
            }
        }
    }

    private void emit() {
        lines.accept(line.toString());
        line.setLength(0);
    }
}
