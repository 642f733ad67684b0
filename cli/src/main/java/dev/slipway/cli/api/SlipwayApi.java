package dev.slipway.cli.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeType;

/** What the commands ask the API for. */
public final class SlipwayApi {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ApiClient client;

    /** The API behind the given client. */
    public SlipwayApi(ApiClient client) {
        this.client = client;
    }

    /** The client, for what has no method here. */
    public ApiClient client() {
        return client;
    }

    /** All objects of a collection, page by page. */
    public List<JsonNode> all(String collection) {
        List<JsonNode> items = new ArrayList<>();
        String separator = collection.contains("?") ? "&" : "?";
        String next = collection;
        while (next != null) {
            JsonNode page = client.get(next);
            page.path("items").forEach(items::add);
            next = cursor(page)
                    .map(cursor -> collection + separator + "cursor=" + encoded(cursor))
                    .orElse(null);
        }
        return items;
    }

    /** The object of a collection that has exactly the given name or id. */
    public Optional<JsonNode> find(String collection, String nameOrId) {
        return all(collection + "?name=" + encoded(nameOrId)).stream()
                .filter(item -> item.path("name").asString("").equals(nameOrId))
                .findFirst()
                .or(() -> byId(collection, nameOrId));
    }

    /** The cluster of the given name or id. */
    public JsonNode cluster(String nameOrId) {
        return find("/clusters", nameOrId).orElseThrow(() -> new NotFoundException("There is no cluster " + nameOrId));
    }

    /** The events of an operation. */
    public EventStream events(String operationId) {
        return new EventStream(client, "/operations/" + operationId + "/events", PAUSE);
    }

    private Optional<JsonNode> byId(String collection, String id) {
        if (!id.matches("[0-9a-fA-F-]{36}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(client.get(collection + "/" + id));
        } catch (RefusedException e) {
            if (e.status() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Optional<String> cursor(JsonNode page) {
        @Nullable JsonNode next = page.get("next");
        return next == null || next.getNodeType() == JsonNodeType.NULL
                ? Optional.empty()
                : Optional.of(next.asString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
