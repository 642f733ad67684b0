package dev.slipway.plan.run;

/**
 * How much Temporal keeps of a workflow. It ends one whose history is 51,200 events or 50 MB long, or that took 2,000
 * updates; an operation must never come near that, or nobody could decide about it any more.
 */
record HistorySize(long events, long bytes) {
    private static final long MOST_BYTES = 15_000_000;

    /** Tells whether a step can be tried once more, and there is ample room for all that may come after. */
    boolean hasRoom(long mostEvents) {
        return events < mostEvents && bytes < MOST_BYTES;
    }
}
