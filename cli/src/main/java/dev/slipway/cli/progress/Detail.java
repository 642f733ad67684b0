package dev.slipway.cli.progress;

/** What a long step is at just now. */
public final class Detail {
    private volatile String text = "";

    /** Says what the step is at. */
    public void is(String now) {
        text = now;
    }

    String suffix() {
        return text.isEmpty() ? "" : " (" + text + ")";
    }
}
