package dev.slipway.provisioning.terraform;

import dev.slipway.toolkit.process.OutputLine;
import java.util.Optional;

/** Tells what is new in what a program says: Terraform repeats every ten seconds that it still waits. */
public final class News {
    private static final String STILL_AT_IT = "\"type\":\"apply_progress\"";

    private News() {}

    /** Returns the words of a line that tells of progress. */
    public static Optional<String> of(OutputLine line) {
        return line.text().contains(STILL_AT_IT)
                ? Optional.empty()
                : Optional.of(Message.read(line.text()).map(Message::text).orElse(line.text()));
    }
}
