package dev.slipway.toolkit.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.activity.ActivityCancellationType;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ActivityProfilesTest {
    @Test
    void quickIsTriedAgainForFiveMinutes() {
        var quick = ActivityProfiles.quick("lifecycle");

        assertThat(quick.getStartToCloseTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(quick.getScheduleToCloseTimeout()).isEqualTo(Duration.ofMinutes(5));
        assertThat(quick.getTaskQueue()).isEqualTo("lifecycle");
    }

    @Test
    void longRunningWaitsUntilACanceledProgramIsGone() {
        var longRunning = ActivityProfiles.longRunning("provisioning");

        assertThat(longRunning.getCancellationType()).isEqualTo(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED);
        assertThat(longRunning.getHeartbeatTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(longRunning.getRetryOptions().getMaximumAttempts()).isZero();
        assertThat(longRunning.getRetryOptions().getMaximumInterval()).isEqualTo(Duration.ofSeconds(30));
        assertThat(longRunning.getTaskQueue()).isEqualTo("provisioning");
    }

    @Test
    void probeAsksAtASteadyPace() {
        var probe = ActivityProfiles.probe("installation");

        assertThat(probe.getRetryOptions().getInitialInterval()).isEqualTo(Duration.ofSeconds(15));
        assertThat(probe.getRetryOptions().getBackoffCoefficient()).isEqualTo(1);
        assertThat(probe.getTaskQueue()).isEqualTo("installation");
    }

    @Test
    void doesNotRepeatWhatCannotSucceed() {
        assertThat(ActivityProfiles.longRunning().getRetryOptions().getDoNotRetry())
                .contains("CREDENTIALS_REJECTED", "PREFLIGHT_FAILED", "CANCELED")
                .doesNotContain("TERRAFORM_FAILED", "HOST_UNREACHABLE");
    }
}
