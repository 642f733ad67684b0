package dev.slipway.cli.progress;

import java.util.function.Consumer;

/** What a long step is at just now. */
public final class Detail {
    private final Consumer<String> lines;
    private volatile String text = "";

    /** Where the step's own lines go. */
    public Detail(Consumer<String> lines) {
        this.lines = lines;
    }

    /** Says what the step is at. */
    public void is(String now) {
        text = now;
    }

    /** Tells something that stays on the screen, below its step. */
    public void note(String line) {
        lines.accept("      " + line);
    }

    @Override
    public String toString() {
        return text;
    }

    String suffix() {
        return text.isEmpty() ? "" : " (" + text + ")";
    }
}
