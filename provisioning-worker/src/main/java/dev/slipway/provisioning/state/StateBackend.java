package dev.slipway.provisioning.state;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.toolkit.http.WholeAnswer;
import dev.slipway.toolkit.log.StepAttempt;
import dev.slipway.toolkit.planservice.PlanServiceClient;
import dev.slipway.toolkit.process.Command;
import dev.slipway.toolkit.temporal.Failures;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Terraform's "http" backend as plan-service offers it, with a password for one cluster and one run. */
@Component
public final class StateBackend {
    private static final String USER = "terraform";
    private static final String LOCK = "POST";
    private static final String UNLOCK = "DELETE";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int FOUND = 200;
    private static final int NOTHING = 204;
    private static final JsonMapper JSON = new JsonMapper();

    private final PlanServiceClient planService;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    StateBackend(PlanServiceClient planService) {
        this.planService = planService;
    }

    /**
     * Lets a command reach the state of a cluster and no other.
     *
     * @param attempt whose turn it is: a lock that the command takes is kept for this try
     */
    public Command open(Command command, String clusterId, StepAttempt attempt) {
        var lock = lockAddress(clusterId).toString();
        var password = planService.terraformStatePassword(clusterId);
        return command.with(
                        "TF_HTTP_ADDRESS",
                        planService.terraformStateAddress(clusterId).toString())
                .with("TF_HTTP_LOCK_ADDRESS", lock + turn(attempt))
                .with("TF_HTTP_LOCK_METHOD", LOCK)
                .with("TF_HTTP_UNLOCK_ADDRESS", lock)
                .with("TF_HTTP_UNLOCK_METHOD", UNLOCK)
                .with("TF_HTTP_USERNAME", USER)
                .with("TF_HTTP_PASSWORD", password)
                .hiding(password);
    }

    /** Tells whether nothing is recorded: there is no state, or one that names no resource. */
    public boolean isEmpty(String clusterId) {
        var answer = get(planService.terraformStateAddress(clusterId), clusterId);
        return switch (answer.statusCode()) {
            case FOUND -> JSON.readTree(answer.body()).path("resources").isEmpty();
            case NOTHING -> true;
            default -> throw refused(answer.statusCode(), "for the state");
        };
    }

    /** Tells who holds the lock: Terraform shows its own request in place of the holder. */
    public Optional<StateLock> holder(String clusterId) {
        var answer = get(lockAddress(clusterId), clusterId);
        return switch (answer.statusCode()) {
            case FOUND -> Optional.of(StateLock.read(answer.body()));
            case NOTHING -> Optional.empty();
            default -> throw refused(answer.statusCode(), "who holds the lock of the state");
        };
    }

    /** plan-service takes the lock of an earlier try away for that of a later one. */
    private static String turn(StepAttempt attempt) {
        var holder = "%s, try %d, on %s".formatted(attempt.step().title(), attempt.attempt(), attempt.worker());
        return "?holder=%s&run=%s&attempt=%d".formatted(encoded(holder), encoded(attempt.source()), attempt.attempt());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static RuntimeException refused(int status, String question) {
        return Failures.of(
                FailureType.SERVICE_UNREACHABLE,
                "plan-service answers %d when it is asked %s; see its log.".formatted(status, question));
    }

    private HttpResponse<String> get(URI address, String clusterId) {
        var request = HttpRequest.newBuilder(address)
                .header("Authorization", "Basic " + basic(planService.terraformStatePassword(clusterId)))
                .GET()
                .build();
        try {
            return WholeAnswer.of(client, request, BodyHandlers.ofString(), PATIENCE);
        } catch (IOException e) {
            throw Failures.of(
                    FailureType.SERVICE_UNREACHABLE,
                    "plan-service does not answer; see whether it runs, then retry the step.",
                    null,
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while asking plan-service for a state");
        }
    }

    private URI lockAddress(String clusterId) {
        return URI.create(planService.terraformStateAddress(clusterId) + "/lock");
    }

    private static String basic(String password) {
        return Base64.getEncoder().encodeToString((USER + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
