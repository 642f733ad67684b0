package dev.slipway.plan;

import java.util.Random;
import java.util.function.Consumer;

/** Runs a property on many random samples; a failure names the seed, so that it can be repeated. */
public final class Samples {
    private static final int COUNT = 500;

    private Samples() {}

    /** Runs the property with generators of different seeds. */
    public static void check(Consumer<Random> property) {
        var base = Long.getLong("samples.seed", System.nanoTime());
        for (var index = 0; index < COUNT; index++) {
            var seed = base + index;
            try {
                property.accept(new Random(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("Failed with -Dsamples.seed=" + seed, e);
            }
        }
    }
}
