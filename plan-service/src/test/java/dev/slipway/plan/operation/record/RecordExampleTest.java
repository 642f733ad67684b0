package dev.slipway.plan.operation.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class RecordExampleTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void isARecordWithEveryMember() {
        var record = JSON.readValue(RecordExample.JSON, OperationRecord.class);

        assertThat(JSON.readTree(JSON.writeValueAsString(record))).isEqualTo(JSON.readTree(RecordExample.JSON));
        assertThat(record.fileName()).isEqualTo("operation-demo-create-0b0a1a3e.json");
    }

    @Test
    void hasItsLogLastSoThatItCanBeWrittenWhileItIsRead() {
        var record = JSON.readValue(RecordExample.JSON, OperationRecord.class);

        assertThat(JSON.writeValueAsString(record)).endsWith("\"text\":\"no space left on device\"}]}");
    }
}
