package dev.slipway.toolkit.process;

/** Asked twice a second whether a run may go on. */
@FunctionalInterface
public interface StopCheck {
    /** Never stops a run. */
    StopCheck NEVER = () -> {};

    /** Returns to let the program go on; throws to have it stopped, and the exception rethrown once it is gone. */
    void check();
}
