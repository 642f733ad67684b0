package dev.slipway.installation.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.slipway.contracts.failure.Failure;
import dev.slipway.contracts.failure.FailureType;
import dev.slipway.installation.fixture.InsideActivity;
import dev.slipway.toolkit.temporal.Failures;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WaitingTest {
    private final InsideActivity activity = new InsideActivity();

    @AfterEach
    void stop() {
        activity.close();
    }

    @Test
    void looksAgainUntilNothingIsWrong() {
        var looks = new AtomicInteger();

        until(() -> looks.incrementAndGet() < 3 ? Optional.of("not yet") : Optional.empty());

        assertThat(looks).hasValue(3);
    }

    @Test
    void outlivesAnApiThatDoesNotAnswerYet() {
        var looks = new AtomicInteger();

        until(() -> {
            if (looks.incrementAndGet() < 3) {
                throw new KubernetesClientException("connection refused");
            }
            return Optional.empty();
        });

        assertThat(looks).hasValue(3);
    }

    @Test
    void saysWhatWasWrongWhenTimeIsOver() {
        Failure failure = failure(() -> Optional.of("node w-1 is not Ready"));

        assertThat(failure.type()).isEqualTo(FailureType.NOT_READY);
        assertThat(failure.message()).contains("all is well", "node w-1 is not Ready");
    }

    @Test
    void givesUpAtOnceWhenTheClusterRefuses() {
        Failure failure = failure(() -> {
            throw new KubernetesClientException("Unauthorized", 401, null);
        });

        assertThat(failure.type()).isEqualTo(FailureType.CREDENTIALS_REJECTED);
    }

    @Test
    void refusesACertificateOfAnotherCluster() {
        Failure failure = failure(() -> {
            throw new KubernetesClientException("PKIX path building failed", new CertificateException("unknown"));
        });

        assertThat(failure.type()).isEqualTo(FailureType.CERTIFICATE_REFUSED);
        assertThat(failure.message()).contains("first control plane node", "then retry the step Verification");
    }

    private Failure failure(Supplier<Optional<String>> problem) {
        return Failures.from(catchThrowable(() -> until(problem)));
    }

    private void until(Supplier<Optional<String>> problem) {
        var properties = new VerificationProperties(Duration.ofSeconds(1), Duration.ofMillis(10));
        activity.run(context -> new Waiting(context, properties, Clock.systemUTC()).until("all is well", problem));
    }
}
