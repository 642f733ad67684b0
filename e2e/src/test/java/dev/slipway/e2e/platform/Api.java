package dev.slipway.e2e.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST API as a program uses it, with the first administrator's token. */
public final class Api {
    public static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Path CREDENTIALS = Platform.HOME.resolve("config/slipway/credentials.json");

    private final JsonNode credentials = JSON.readTree(CREDENTIALS.toFile());

    public HttpResponse<String> request(String method, String path, String body) {
        return request(method, path, body, UUID.randomUUID().toString());
    }

    /** Sends a request that may be a repeat. */
    public HttpResponse<String> request(String method, String path, String body, String key) {
        return send(base(path)
                .header("Authorization", "Bearer " + credentials.path("token").asString())
                .header("Idempotency-Key", key)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    /** Sends a request that may be a repeat, and returns the operation it was accepted with. */
    public JsonNode accepted(String method, String path, String body, String key) {
        var response = request(method, path, body, key);
        if (response.statusCode() != 202) {
            throw new AssertionError(path + " " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }

    public HttpResponse<String> anonymous(String path) {
        return send(base(path).GET());
    }

    /** Posts and returns what was made; fails with the problem otherwise. */
    public JsonNode made(String path, String body) {
        var response = request("POST", path, body);
        if (response.statusCode() / 100 != 2) {
            throw new AssertionError(path + " " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }

    public JsonNode get(String path) {
        var response = request("GET", path, "");
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }

    private HttpRequest.Builder base(String path) {
        return HttpRequest.newBuilder(URI.create(credentials.path("server").asString() + "/api/v1" + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
