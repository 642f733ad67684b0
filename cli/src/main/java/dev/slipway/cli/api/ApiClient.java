package dev.slipway.cli.api;

import dev.slipway.cli.failure.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks HTTP with the gateway as one person. */
public final class ApiClient {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int REPEATS = 2;
    private static final String PREFIX = "/api/v1";

    private final String server;
    private final String token;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** A client of the given server with a bearer token. */
    public ApiClient(String server, String token) {
        this.server = server;
        this.token = token;
    }

    /** What is at the given path below /api/v1. */
    public JsonNode get(String path) {
        return parsed(text(path));
    }

    /** What is at the given path, as it is. */
    public String text(String path) {
        return send(request(path).GET());
    }

    /** Sends an object; when the answer is lost it is sent again with the same key, which starts nothing twice. */
    public JsonNode post(String path, Object body) {
        return parsed(sendAgain(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))));
    }

    /** Replaces what is at the given path. */
    public JsonNode put(String path, Object body) {
        return parsed(send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))));
    }

    /** Asks for the end of what is at the given path. */
    public JsonNode delete(String path) {
        String answer = sendAgain(request(path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .DELETE());
        return parsed(answer.isBlank() ? "{}" : answer);
    }

    /** Asks for something to be done that needs no input. */
    public JsonNode act(String path) {
        String answer = send(request(path).POST(HttpRequest.BodyPublishers.noBody()));
        return parsed(answer.isBlank() ? "{}" : answer);
    }

    /** What is at the given path as a stream, however long it is and however long that takes. */
    public InputStream stream(String path) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + PREFIX + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json, application/problem+json")
                .build();
        return opened(exchange(request, HttpResponse.BodyHandlers.ofInputStream()));
    }

    /** The stream of events at the given path, after the event of the given id; empty is from the beginning. */
    InputStream events(String path, String lastId) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + PREFIX + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (!lastId.isEmpty()) {
            request.header("Last-Event-ID", lastId);
        }
        HttpResponse<InputStream> response = exchange(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() >= 500) {
            response.body().close();
            throw new IOException("The server answers " + response.statusCode());
        }
        return opened(response);
    }

    private static InputStream opened(HttpResponse<InputStream> response) throws IOException {
        if (response.statusCode() != 200) {
            throw refused(response.statusCode(), new String(response.body().readAllBytes(), StandardCharsets.UTF_8));
        }
        return response.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + PREFIX + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json, application/yaml, application/problem+json");
    }

    private String send(HttpRequest.Builder request) {
        try {
            return sent(request.build());
        } catch (IOException e) {
            throw silent(e);
        }
    }

    /** For what carries the key of one call: the server answers a repeat as it answered the first. */
    private String sendAgain(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        int repeats = 0;
        while (true) {
            try {
                return sent(request);
            } catch (IOException answerLost) {
                if (repeats == REPEATS || answerLost instanceof ConnectException) {
                    throw silent(answerLost);
                }
                repeats++;
            }
        }
    }

    private String sent(HttpRequest request) throws IOException {
        HttpResponse<String> response = exchange(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw refused(response.statusCode(), response.body());
        }
        return response.body();
    }

    /** Another program may have got the port while the platform was down, and answers whatever it does. */
    private JsonNode parsed(String answer) {
        try {
            return JSON.readTree(answer);
        } catch (JacksonException e) {
            throw new ProblemException(
                    "What answers at " + server + " is not Slipway's API",
                    e,
                    "see which program it is: ss -ltnp",
                    "start the platform: slipway up --no-demo");
        }
    }

    private ProblemException silent(IOException cause) {
        return new ProblemException(
                "The API at " + server + " does not answer", cause, "start the platform: slipway up --no-demo");
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) throws IOException {
        try {
            return client.send(request, handler);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static RefusedException refused(int status, String body) {
        return new RefusedException(status, Problem.parse(status, body));
    }
}
