package dev.slipway.toolkit.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ActivityProfilesTest {
    @Test
    void countsTriesAndNotTheTimeInWhichNothingRuns() {
        assertThat(Stream.of(ActivityProfiles.quick("lifecycle"), ActivityProfiles.patient(), ActivityProfiles.probe()))
                .extracting(ActivityOptions::getScheduleToCloseTimeout)
                .containsOnlyNulls();
        assertThat(ActivityProfiles.quick().getStartToCloseTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(ActivityProfiles.quick("lifecycle").getTaskQueue()).isEqualTo("lifecycle");
        assertThat(ActivityProfiles.patient().getRetryOptions().getMaximumAttempts())
                .isZero();
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
