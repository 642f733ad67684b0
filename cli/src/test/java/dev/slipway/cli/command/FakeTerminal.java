package dev.slipway.cli.command;

import dev.slipway.cli.instance.Instance;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** A command's surroundings whose streams a test reads and fills. */
public final class FakeTerminal {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Instance instance;
    private byte[] typed = new byte[0];

    /** Where a person works on the given installation, and types nothing. */
    public FakeTerminal(Instance instance) {
        this.instance = instance;
    }

    /** What the person answers to the next command. */
    public void types(String text) {
        typed = text.getBytes(StandardCharsets.UTF_8);
    }

    /** What the next command is given. */
    public Surroundings surroundings() {
        return new Surroundings(instance, new ByteArrayInputStream(typed), stream(out), stream(err), Clock.systemUTC());
    }

    /** What was written to standard output. */
    public String output() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What was told on the way. */
    public String told() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
