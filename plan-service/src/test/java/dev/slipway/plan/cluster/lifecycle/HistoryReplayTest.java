package dev.slipway.plan.cluster.lifecycle;

import dev.slipway.toolkit.temporal.HistoryReplay;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

    /** Run with -Drecord.histories=VERSION when a version is released. */
    @Test
    @EnabledIfSystemProperty(named = "record.histories", matches = ".+")
    void recordsHistories() {
        var version = System.getProperty("record.histories");
        try (var run = new LifecycleRun()) {
            var creation = run.creation();
            creation.getResult(Void.class);
            HistoryReplay.record(StepwiseClusterCreation.class, version, run.history(creation));
        }
        try (var run = new LifecycleRun()) {
            var deletion = run.deletion();
            deletion.getResult(Void.class);
            HistoryReplay.record(StepwiseClusterDeletion.class, version, run.history(deletion));
        }
    }
}
