package dev.slipway.toolkit.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Reads a pipe to its end, line by line, without secrets; a line beyond the limit is handed on in parts. */
final class LinePump implements Runnable {
    static final int LONGEST_LINE = 8192;

    private final InputStream pipe;
    private final Redaction redaction;
    private final Consumer<String> lines;
    private final StringBuilder line = new StringBuilder();

    LinePump(InputStream pipe, Redaction redaction, Consumer<String> lines) {
        this.pipe = pipe;
        this.redaction = redaction;
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
            if (line.length() >= LONGEST_LINE + redaction.longest()) {
                emitPart();
            }
        }
    }

    private void emit() {
        hideSecrets();
        while (line.length() > LONGEST_LINE) {
            cut();
        }
        lines.accept(line.toString());
        line.setLength(0);
    }

    /** A secret that stands across the cut was read to its end, as the longest one has room behind it. */
    private void emitPart() {
        hideSecrets();
        if (line.length() >= LONGEST_LINE) {
            cut();
        }
    }

    private void cut() {
        lines.accept(line.substring(0, LONGEST_LINE));
        line.delete(0, LONGEST_LINE);
    }

    private void hideSecrets() {
        var redacted = redaction.apply(line.toString());
        line.setLength(0);
        line.append(redacted);
    }
}
