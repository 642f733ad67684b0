package dev.slipway.cli.command;

import dev.slipway.cli.output.Format;
import picocli.CommandLine.Option;

/** The choice between text and JSON. */
public final class OutputOption {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "text|json",
            defaultValue = "text",
            description = "How to answer: ${COMPLETION-CANDIDATES}.")
    private Format format = Format.text;

    /** Whether programs read the answer. */
    public boolean json() {
        return format == Format.json;
    }
}
