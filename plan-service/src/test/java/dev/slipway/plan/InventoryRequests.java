package dev.slipway.plan;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/** Requests about the inventory as the gateway sends them, on a real database. */
public abstract class InventoryRequests extends RunningPlanService {
    protected final String create(String collection, Map<String, Object> body) {
        return String.valueOf(
                post(collection, body, HttpStatus.CREATED).getResponseBody().get("id"));
    }

    @SuppressWarnings("unchecked")
    protected final List<Map<String, Object>> errors(String collection, Map<String, Object> body) {
        return (List<Map<String, Object>>)
                post(collection, body, HttpStatus.BAD_REQUEST).getResponseBody().get("errors");
    }

    @SuppressWarnings("rawtypes")
    protected final EntityExchangeResult<Map> post(String collection, Map<String, Object> body, HttpStatus expected) {
        return user().post()
                .uri("/api/v1/" + collection)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isEqualTo(expected)
                .expectBody(Map.class)
                .returnResult();
    }

    protected final String refusal(String collection, String id) {
        return String.valueOf(user().delete()
                .uri("/api/v1/" + collection + "/" + id)
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody()
                .get("detail"));
    }

    protected final Map<String, Object> read(String collection, String id) {
        return get("/api/v1/" + collection + "/" + id);
    }

    @SuppressWarnings("unchecked")
    protected final Map<String, Object> get(String path) {
        return user().get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
    }

    @SuppressWarnings("unchecked")
    protected static List<Object> names(Map<String, Object> page) {
        return ((List<Map<String, Object>>) page.get("items"))
                .stream().map(item -> item.get("name")).toList();
    }
}
