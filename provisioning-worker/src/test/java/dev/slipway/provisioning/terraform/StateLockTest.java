package dev.slipway.provisioning.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateLockTest {
    static final String TOLD = """
            Error message: HTTP remote state already locked: ID=9db590f1-b6fe-c5f2-2678-8804f089deba
            Lock Info:
              ID:        9db590f1-b6fe-c5f2-2678-8804f089deba
              Path:
              Operation: OperationTypeApply
              Who:       root@machine
              Version:   1.11.4
              Created:   %s
              Info:


            Terraform acquires a state lock to protect the state from being written
            """;

    @ParameterizedTest
    @CsvSource({
        "2026-11-23 01:12:00.123456789 +0000 UTC, 2026-11-23T01:12:00.123456789Z",
        "2026-11-23 01:12:00.5 +0000 UTC, 2026-11-23T01:12:00.5Z",
        "2026-11-23 01:12:00 +0100 CET, 2026-11-23T00:12:00Z"
    })
    void readsWhoHoldsItSinceWhen(String told, Instant created) {
        assertThat(StateLock.read(TOLD.formatted(told)))
                .contains(new StateLock("9db590f1-b6fe-c5f2-2678-8804f089deba", "root@machine", created));
    }

    @Test
    void readsNothingFromAnotherForm() {
        assertThat(StateLock.read("the state is locked")).isEmpty();
        assertThat(StateLock.read(TOLD.formatted("the day before yesterday"))).isEmpty();
    }
}
