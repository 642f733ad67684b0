package dev.slipway.plan.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistorySizeTest {
    @ParameterizedTest
    @CsvSource({"0,0,true", "99,1,true", "100,1,false", "1,14999999,true", "1,15000000,false"})
    void hasRoomWhileNeitherEventsNorBytesAreTooMany(long events, long bytes, boolean room) {
        assertThat(new HistorySize(events, bytes).hasRoom(100)).isEqualTo(room);
    }
}
