package dev.slipway.e2e.platform;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The Temporal server, asked past the product through its own HTTP interface. */
final class Temporal {
    private static final String WORKFLOWS = "http://127.0.0.1:27037/api/v1/namespaces/slipway/workflows?query=";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Temporal() {}

    /** Returns the ids of the workflows of a cluster that are open. */
    static List<String> openWorkflows(String cluster) {
        return await("Temporal")
                .atMost(Operations.RETURN)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .until(Temporal::open, answer -> true)
                .path("executions")
                .valueStream()
                .map(found -> found.path("execution").path("workflowId").asString())
                .filter(id -> id.contains(cluster))
                .toList();
    }

    private static JsonNode open() throws IOException, InterruptedException {
        var query = URLEncoder.encode("ExecutionStatus = 'Running'", StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(WORKFLOWS + query))
                .timeout(Duration.ofSeconds(10))
                .build();
        var response = CLIENT.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("Temporal answers " + response.statusCode() + ": " + response.body());
        }
        return Api.JSON.readTree(response.body());
    }
}
