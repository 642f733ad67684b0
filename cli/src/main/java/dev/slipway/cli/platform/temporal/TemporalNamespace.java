package dev.slipway.cli.platform.temporal;

import dev.slipway.cli.failure.ProblemException;
import dev.slipway.cli.waiting.Waiting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The namespace of our workflows, asked for through Temporal's HTTP interface. */
public final class TemporalNamespace {
    private static final String NAME = "slipway";
    private static final Waiting PATIENCE = Waiting.upTo(Duration.ofSeconds(90)).every(Duration.ofMillis(100));
    private static final int CONFLICT = 409;

    private final URI namespaces;
    private final HttpClient client = HttpClient.newHttpClient();

    /** The namespace on the server whose HTTP interface has the given port. */
    public TemporalNamespace(int port) {
        this.namespaces = URI.create("http://127.0.0.1:" + port + "/api/v1/namespaces");
    }

    /** Waits until the server serves, and makes the namespace unless it is there. */
    public void ensure() {
        PATIENCE.until(
                this::attempt,
                () -> new ProblemException("Temporal does not answer", "its log: slipway logs temporal"));
    }

    private boolean attempt() {
        try {
            int found = send(HttpRequest.newBuilder(URI.create(namespaces + "/" + NAME)));
            if (found == 200) {
                return true;
            }
            String body = "{\"namespace\":\"%s\",\"workflowExecutionRetentionPeriod\":\"2592000s\"}".formatted(NAME);
            int made = send(HttpRequest.newBuilder(namespaces)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
            return made == 200 || made == CONFLICT;
        } catch (IOException e) {
            return false;
        }
    }

    private int send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
