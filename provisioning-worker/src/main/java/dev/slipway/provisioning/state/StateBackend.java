package dev.slipway.provisioning.state;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.provisioning.terraform.StateLock;
import dev.slipway.toolkit.planservice.PlanServiceClient;
import dev.slipway.toolkit.process.Command;
import dev.slipway.toolkit.temporal.Failures;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CancellationException;
import org.springframework.stereotype.Component;

/** Terraform's "http" backend as plan-service offers it, with a password for one cluster and one run. */
@Component
public final class StateBackend {
    private static final String USER = "terraform";
    private static final String LOCK_METHOD = "POST";
    private static final String UNLOCK_METHOD = "DELETE";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int ERROR = 400;

    private final PlanServiceClient planService;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    StateBackend(PlanServiceClient planService) {
        this.planService = planService;
    }

    /** Lets a command reach the state of a cluster and no other. */
    public Command open(Command command, String clusterId) {
        var address = planService.terraformStateAddress(clusterId).toString();
        var password = planService.terraformStatePassword(clusterId);
        return command.with("TF_HTTP_ADDRESS", address)
                .with("TF_HTTP_LOCK_ADDRESS", address + "/lock")
                .with("TF_HTTP_LOCK_METHOD", LOCK_METHOD)
                .with("TF_HTTP_UNLOCK_ADDRESS", address + "/lock")
                .with("TF_HTTP_UNLOCK_METHOD", UNLOCK_METHOD)
                .with("TF_HTTP_USERNAME", USER)
                .with("TF_HTTP_PASSWORD", password)
                .hiding(password);
    }

    /** Takes back a lock whose holder is dead; refused by plan-service when another one holds it meanwhile. */
    public void unlock(String clusterId, StateLock lock) {
        var address = URI.create(planService.terraformStateAddress(clusterId) + "/lock");
        var request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Authorization", "Basic " + basic(planService.terraformStatePassword(clusterId)))
                .header("Content-Type", "application/json")
                .method(UNLOCK_METHOD, BodyPublishers.ofString("{\"ID\":\"" + lock.id() + "\"}"))
                .build();
        try {
            var status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status >= ERROR) {
                throw Failures.of(
                        FailureType.STATE_LOCKED,
                        "The lock %s of a dead run could not be taken back: plan-service answers %d."
                                .formatted(lock.id(), status));
            }
        } catch (IOException e) {
            throw Failures.of(
                    FailureType.SERVICE_UNREACHABLE, "plan-service does not answer; see whether it runs.", null, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while taking a lock back");
        }
    }

    private static String basic(String password) {
        return Base64.getEncoder().encodeToString((USER + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
