package dev.slipway.provisioning.terraform;

import dev.slipway.toolkit.process.OutputLine;
import dev.slipway.toolkit.process.Stream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What Terraform says while it works: each message becomes readable lines, errors are remembered. A long message comes
 * in several parts and is whole when it can be read.
 */
final class Conversation implements Consumer<OutputLine> {
    private static final int LONGEST_MESSAGE = 1 << 20;

    private static final String BEGINNING = "{\"@level\"";

    private final Consumer<String> log;
    private final List<Diagnostic> errors = new ArrayList<>();
    private final StringBuilder part = new StringBuilder();

    Conversation(Consumer<String> log) {
        this.log = log;
    }

    @Override
    public void accept(OutputLine line) {
        if (line.text().startsWith(BEGINNING)) {
            giveUp();
        }
        if (line.stream() == Stream.OUT && (!part.isEmpty() || line.text().startsWith("{"))) {
            part.append(line.text());
            Message.read(part.toString()).ifPresentOrElse(this::say, this::giveUpOnTooLong);
        } else {
            tell(line.text());
        }
    }

    private void say(Message message) {
        part.setLength(0);
        var diagnostic = message.diagnostic();
        if (diagnostic != null && message.isError()) {
            errors.add(diagnostic);
        }
        tell(message.text());
    }

    private void giveUpOnTooLong() {
        if (part.length() > LONGEST_MESSAGE) {
            giveUp();
        }
    }

    private void giveUp() {
        tell(part.toString());
        part.setLength(0);
    }

    private void tell(String text) {
        text.lines().filter(line -> !line.isBlank()).forEach(log);
    }

    List<Diagnostic> errors() {
        return List.copyOf(errors);
    }
}
