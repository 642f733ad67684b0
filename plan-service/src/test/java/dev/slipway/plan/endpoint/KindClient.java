package dev.slipway.plan.endpoint;

import dev.slipway.toolkit.web.ProblemAdvice;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Asks one controller, without a server and a database. */
public final class KindClient {
    private final WebTestClient client;
    private final String path;

    public KindClient(Object controller, String collection) {
        this.client = WebTestClient.bindToController(controller)
                .controllerAdvice(new ProblemAdvice())
                .configureClient()
                .responseTimeout(Duration.ofMinutes(1))
                .build();
        this.path = "/api/v1/" + collection;
    }

    public Answer post(Map<String, ?> body) {
        return send(HttpMethod.POST, path, body);
    }

    public Answer put(UUID id, Map<String, ?> body) {
        return send(HttpMethod.PUT, path + "/" + id, body);
    }

    public Answer get(UUID id) {
        return send(HttpMethod.GET, path + "/" + id, null);
    }

    public Answer list() {
        return send(HttpMethod.GET, path, null);
    }

    public Answer delete(UUID id) {
        return send(HttpMethod.DELETE, path + "/" + id, null);
    }

    private Answer send(HttpMethod method, String where, Map<String, ?> body) {
        var request = client.method(method).uri(where);
        if (body != null) {
            request.bodyValue(body);
        }
        var result = request.exchange().expectBody(Map.class).returnResult();
        return new Answer(result.getStatus().value(), result.getResponseBody());
    }

    /** What came back. */
    public record Answer(int status, Map<?, ?> body) {
        public UUID id() {
            return UUID.fromString(String.valueOf(body.get("id")));
        }

        public String detail() {
            return String.valueOf(body.get("detail"));
        }

        public Object field(String name) {
            return body.get(name);
        }

        /** Returns the broken rules, each as "field: message". */
        public List<String> violations() {
            return ((List<?>) Objects.requireNonNull(body.get("errors")))
                    .stream()
                            .map(Map.class::cast)
                            .map(error -> error.get("field") + ": " + error.get("message"))
                            .toList();
        }
    }
}
