package dev.slipway.contracts.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureTypeTest {
    @Test
    void whatPassesByItselfIsTriedLongestAndWhatNeedsAPersonOnce() {
        assertThat(FailureType.HOST_UNREACHABLE.attempts()).isGreaterThan(FailureType.PLAYBOOK_FAILED.attempts());
        assertThat(FailureType.REGION_UNREACHABLE.attempts()).isEqualTo(FailureType.HOST_UNREACHABLE.attempts());
        assertThat(FailureType.PLAYBOOK_FAILED.retryable()).isTrue();
        assertThat(FailureType.PREFLIGHT_FAILED.retryable()).isFalse();
        assertThat(FailureType.CANCELED.attempts()).isOne();
    }
}
