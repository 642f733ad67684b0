package dev.slipway.plan.terraformstate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.toolkit.web.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LockRequestTest {
    @Test
    void keepsWhatTerraformSaysWordForWord() {
        var info = "{\"ID\":\"4f1c\",\"Operation\":\"OperationTypeApply\",\"Info\":\"\",\"Who\":\"root@here\"}";

        assertThat(LockRequest.parse(info)).isEqualTo(new TerraformLock("4f1c", info));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "[]", "{}", "{\"ID\":null}", "{\"ID\":\" \"}", "{\"ID\":{}}", "null"})
    void wantsAnId(String info) {
        assertThatThrownBy(() -> LockRequest.parse(info))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.violations())
                                .extracting("message")
                                .containsExactly("must be given: the id of the lock"));
    }

    @Test
    void keepsWhatTheRunSaysAboutItself() {
        var lock = LockRequest.parse("{\"ID\":\"lock-1\",\"Info\":\"\",\"Who\":\"root@here\"}", "machine/boot");

        assertThat(lock.lockId()).isEqualTo("lock-1");
        assertThat(lock.info()).contains("\"Info\":\"machine/boot\"", "\"Who\":\"root@here\"");
    }
}
