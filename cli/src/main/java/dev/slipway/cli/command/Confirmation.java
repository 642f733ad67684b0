package dev.slipway.cli.command;

import dev.slipway.cli.failure.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Option;

/** The question before something is gone for good, and the option that answers it beforehand. */
public final class Confirmation {
    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    /** Goes on only when the person types the expected word, or gave --yes. */
    public void ask(Surroundings surroundings, String consequence, String expected) {
        if (yes) {
            return;
        }
        surroundings.err().print(consequence + " Type " + expected + " to go on: ");
        surroundings.err().flush();
        if (!expected.equals(answer(surroundings))) {
            throw new ProblemException("Nothing was removed", "answer " + expected + ", or give --yes");
        }
    }

    private static String answer(Surroundings surroundings) {
        try {
            var reader = new BufferedReader(new InputStreamReader(surroundings.in(), StandardCharsets.UTF_8));
            var line = reader.readLine();
            return line == null ? "" : line.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
