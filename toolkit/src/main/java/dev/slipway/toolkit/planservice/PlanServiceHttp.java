package dev.slipway.toolkit.planservice;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.toolkit.http.WholeAnswer;
import dev.slipway.toolkit.temporal.Failures;
import dev.slipway.toolkit.token.TokenIssuer;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Requests to plan-service: signed, limited in time, tried again when it does not answer. */
final class PlanServiceHttp {
    private static final Duration TOKEN_LIFETIME = Duration.ofSeconds(60);
    private static final int SERVER_ERROR = 500;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final HttpClient client;
    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final TokenIssuer issuer;
    private final Patience patience;

    PlanServiceHttp(TokenIssuer issuer, Patience patience) {
        this.issuer = issuer;
        this.patience = patience;
        this.client = HttpClient.newBuilder().connectTimeout(patience.timeout()).build();
    }

    <T> T get(URI address, Class<T> type) {
        var response = exchange("GET", address, null, FailureType.RESOURCE_UNAVAILABLE);
        return parse(response, type)
                .orElseThrow(() -> Failures.of(
                        FailureType.UNEXPECTED,
                        "plan-service's answer to " + address.getPath()
                                + " is not readable; see whether all services have the same version"));
    }

    void send(String method, URI address, Object body, FailureType onConflict) {
        exchange(method, address, json.writeValueAsString(body), onConflict);
    }

    private HttpResponse<String> exchange(String method, URI address, @Nullable String body, FailureType onConflict) {
        ApplicationFailure unreachable = null;
        var begun = System.nanoTime();
        for (var attempt = 1; attempt <= patience.attempts() && isInTime(begun); attempt++) {
            try {
                pauseBefore(attempt);
                var request = request(method, address, body);
                var response = WholeAnswer.of(client, request, BodyHandlers.ofString(), patience.timeout());
                if (response.statusCode() < SERVER_ERROR) {
                    return accepted(response, onConflict);
                }
                unreachable = unreachable("answers with status " + response.statusCode(), null);
            } catch (IOException e) {
                unreachable = unreachable("does not answer at " + address.getAuthority(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("Interrupted while calling plan-service");
            }
        }
        throw unreachable == null ? unreachable("was not asked", null) : unreachable;
    }

    private boolean isInTime(long begun) {
        return System.nanoTime() - begun < patience.begin().toNanos();
    }

    private void pauseBefore(int attempt) throws InterruptedException {
        if (attempt > 1) {
            Thread.sleep(patience.before(attempt));
        }
    }

    private HttpRequest request(String method, URI address, @Nullable String body) {
        var token = issuer.issue(PlanServiceClient.AUDIENCE, issuer.name(), TOKEN_LIFETIME, Map.of());
        return HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, application/problem+json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
    }

    private HttpResponse<String> accepted(HttpResponse<String> response, FailureType onConflict) {
        return switch (response.statusCode()) {
            case NOT_FOUND -> throw Failures.of(FailureType.RESOURCE_UNAVAILABLE, detail(response));
            case CONFLICT -> throw Failures.of(onConflict, detail(response));
            default -> {
                if (response.statusCode() >= 300) {
                    throw Failures.of(FailureType.UNEXPECTED, detail(response));
                }
                yield response;
            }
        };
    }

    private String detail(HttpResponse<String> response) {
        return parse(response, Problem.class)
                .flatMap(problem -> Optional.ofNullable(problem.detail()))
                .orElseGet(() -> "plan-service refused the request with status " + response.statusCode());
    }

    /** The reader's own exception is left out, as it may quote what it read, and that may be a secret. */
    private <T> Optional<T> parse(HttpResponse<String> response, Class<T> type) {
        try {
            return Optional.ofNullable(json.readValue(response.body(), type));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private static ApplicationFailure unreachable(String what, @Nullable Throwable cause) {
        return Failures.of(
                FailureType.SERVICE_UNREACHABLE,
                "plan-service " + what + "; see whether it runs, then retry the step.",
                null,
                cause);
    }

    private record Problem(@Nullable String detail) {}
}
