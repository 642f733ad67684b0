package dev.slipway.installation.kubernetes;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.operation.Step;
import dev.slipway.toolkit.temporal.FailedTries;
import dev.slipway.toolkit.temporal.Failures;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.temporal.activity.ActivityExecutionContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Looks again and again until nothing is wrong any more, heartbeating meanwhile; a cancel ends it. */
final class Waiting {
    private final ActivityExecutionContext context;
    private final VerificationProperties properties;
    private final Clock clock;

    Waiting(ActivityExecutionContext context, VerificationProperties properties, Clock clock) {
        this.context = context;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Waits until the problem is gone.
     *
     * @param what what is waited for, as the end of "did not become true in time:"
     * @param problem what is wrong now, or nothing
     */
    void until(String what, Supplier<Optional<String>> problem) {
        Instant deadline = clock.instant().plus(properties.patience());
        Optional<String> wrong = look(problem);
        while (wrong.isPresent()) {
            if (clock.instant().isAfter(deadline)) {
                throw tooLate(what, wrong.get());
            }
            FailedTries.beat(context);
            LockSupport.parkNanos(properties.interval().toNanos());
            wrong = look(problem);
        }
    }

    private static Optional<String> look(Supplier<Optional<String>> problem) {
        try {
            return problem.get();
        } catch (KubernetesClientException failed) {
            if (ApiTrouble.isPermanent(failed)) {
                throw ApiTrouble.named(failed);
            }
            return Optional.of("the API says: " + failed.getMessage());
        }
    }

    private RuntimeException tooLate(String what, String wrong) {
        return Failures.of(
                FailureType.NOT_READY,
                "Within %d s it was not so that %s: %s; mend that, then retry the step %s."
                        .formatted(properties.patience().toSeconds(), what, wrong, Step.VERIFICATION.title()));
    }
}
