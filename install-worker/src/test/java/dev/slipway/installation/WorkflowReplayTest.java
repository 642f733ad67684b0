package dev.slipway.installation;

import dev.slipway.toolkit.temporal.HistoryReplay;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Histories are recorded by PhasedInstallationTest with -Dslipway.record-history=VERSION. */
class WorkflowReplayTest {
    @ParameterizedTest
    @MethodSource("installations")
    void goesOnWithInstallationsOfEarlierVersions(Path history) throws Exception {
        HistoryReplay.replay(history, PhasedInstallation.class);
    }

    @ParameterizedTest
    @MethodSource("resets")
    void goesOnWithResetsOfEarlierVersions(Path history) throws Exception {
        HistoryReplay.replay(history, HostReset.class);
    }

    static Stream<Path> installations() {
        return HistoryReplay.of(PhasedInstallation.class);
    }

    static Stream<Path> resets() {
        return HistoryReplay.of(HostReset.class);
    }
}
