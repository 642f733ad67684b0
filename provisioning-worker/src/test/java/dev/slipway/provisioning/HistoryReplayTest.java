package dev.slipway.provisioning;

import dev.slipway.toolkit.temporal.HistoryReplay;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Histories are recorded by the tests of the workflows with -Dslipway.record-history=VERSION. */
class HistoryReplayTest {
    static Stream<Path> provisionings() {
        return HistoryReplay.of(TerraformProvisioning.class);
    }

    static Stream<Path> deprovisionings() {
        return HistoryReplay.of(TerraformDeprovisioning.class);
    }

    @ParameterizedTest
    @MethodSource("provisionings")
    void provisioningDecidesAsItDidBefore(Path history) throws Exception {
        HistoryReplay.replay(history, TerraformProvisioning.class);
    }

    @ParameterizedTest
    @MethodSource("deprovisionings")
    void deprovisioningDecidesAsItDidBefore(Path history) throws Exception {
        HistoryReplay.replay(history, TerraformDeprovisioning.class);
    }
}
