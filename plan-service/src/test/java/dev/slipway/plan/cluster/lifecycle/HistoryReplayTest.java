package dev.slipway.plan.cluster.lifecycle;

import dev.slipway.toolkit.temporal.HistoryReplay;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Histories are recorded by the tests of the workflows with -Dslipway.record-history=VERSION. */
class HistoryReplayTest {
    static Stream<Path> creations() {
        return HistoryReplay.of(StepwiseClusterCreation.class);
    }

    static Stream<Path> deletions() {
        return HistoryReplay.of(StepwiseClusterDeletion.class);
    }

    @ParameterizedTest
    @MethodSource("creations")
    void decidesAsItDidWhenItCreated(Path history) throws Exception {
        HistoryReplay.replay(history, StepwiseClusterCreation.class);
    }

    @ParameterizedTest
    @MethodSource("deletions")
    void decidesAsItDidWhenItDeleted(Path history) throws Exception {
        HistoryReplay.replay(history, StepwiseClusterDeletion.class);
    }
}
