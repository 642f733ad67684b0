package dev.slipway.plan.endpoint;

import static dev.slipway.plan.InventorySamples.credential;
import static dev.slipway.plan.InventorySamples.host;
import static dev.slipway.plan.InventorySamples.plan;
import static dev.slipway.plan.InventorySamples.region;
import static dev.slipway.plan.InventorySamples.zone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.InventoryRequests;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What every kind answers alike, asked of each. */
class EveryKindIT extends InventoryRequests {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String name = "kind-" + NUMBER.incrementAndGet();

    @BeforeEach
    void prepare() {
        var number = NUMBER.get();
        create("credentials", credential(name + "-login"));
        create("regions", region(name + "-here", "172." + (70 + number) + ".0.0/16"));
        create(
                "zones",
                zone(
                        name + "-there",
                        name + "-here",
                        "172." + (70 + number) + ".1.1",
                        "172." + (70 + number) + ".1.9"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"credentials", "hosts", "regions", "zones", "deploy-plans"})
    void changesAndDeletesOnlyTheVersionThatIsAsked(String collection) {
        var body = body(collection, name + "-x");
        var path = "/api/v1/" + collection + "/" + create(collection, body);
        user().get().uri(path).exchange().expectStatus().isOk().expectHeader().valueEquals("ETag", "\"0\"");

        refused(send(HttpMethod.PUT, path, "\"7\"", body), HttpStatus.PRECONDITION_FAILED, "The version is \"0\"");
        send(HttpMethod.PUT, path, "\"0\"", body)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"1\"");
        send(HttpMethod.PUT, path, "*", body).expectStatus().isOk();
        send(HttpMethod.PUT, path, null, body).expectStatus().isOk();
        refused(send(HttpMethod.DELETE, path, "\"1\"", null), HttpStatus.PRECONDITION_FAILED, "read it again");
        send(HttpMethod.DELETE, path, "\"3\"", null).expectStatus().isNoContent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"credentials", "hosts", "regions", "zones", "deploy-plans", "packages"})
    void saysThatNothingHasAnId(String collection) {
        var path = "/api/v1/" + collection + "/" + UUID.randomUUID();

        refused(send(HttpMethod.GET, path, null, null), HttpStatus.NOT_FOUND, "The list shows what there is");
        refused(send(HttpMethod.DELETE, path, null, null), HttpStatus.NOT_FOUND, "The list shows what there is");
        refused(
                send(HttpMethod.PUT, path, null, body(collection, name + "-x")),
                HttpStatus.NOT_FOUND,
                "The list shows what there is");
    }

    @ParameterizedTest
    @ValueSource(strings = {"credentials", "hosts", "regions", "zones", "deploy-plans"})
    void givesNoNameTwice(String collection) {
        create(collection, body(collection, name + "-x"));
        var other = new HashMap<>(body(collection, name + "-y"));
        other.replace("address", "10.99." + NUMBER.get() + ".2");
        if (collection.equals("zones")) {
            var second = "172." + (70 + NUMBER.get()) + ".3.";
            other.put("addressRange", Map.of("first", second + "1", "last", second + "9"));
        }
        var path = "/api/v1/" + collection + "/" + create(collection, other);
        other.put("name", name + "-x");

        refused(send(HttpMethod.PUT, path, null, other), HttpStatus.CONFLICT, "choose another name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"credentials", "hosts", "regions", "zones", "deploy-plans", "packages"})
    void namesEveryFieldThatIsMissing(String collection) {
        var needed = switch (collection) {
            case "credentials" -> List.of("name", "password", "username");
            case "hosts" -> List.of("address", "credential", "name");
            case "regions" -> List.of("kind", "name");
            case "zones" -> List.of("addressRange", "name", "region");
            case "packages" -> List.of("url");
            default -> List.of("controlPlaneSize", "deployModel", "name", "region", "workerSize", "zones");
        };

        assertThat(errors(collection, Map.of())).extracting("field").containsExactlyInAnyOrderElementsOf(needed);
        assertThat(errors(collection, Map.of()))
                .extracting("message")
                .allSatisfy(message -> assertThat(message).asString().startsWith("must "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"credentials", "hosts", "regions", "zones", "deploy-plans", "packages"})
    void namesAFieldThatIsNotKnownAndAnAbsentBody(String collection) {
        assertThat(errors(collection, Map.of("colour", "red"))).singleElement().satisfies(error -> {
            assertThat(error).containsEntry("field", "colour");
            assertThat(error.get("message")).asString().startsWith("is not known here; the fields are [");
        });
        refused(send(HttpMethod.POST, "/api/v1/" + collection, null, null), HttpStatus.BAD_REQUEST, "listed in errors");
    }

    private Map<String, Object> body(String collection, String named) {
        var subnet = "172." + (70 + NUMBER.get());
        return switch (collection) {
            case "credentials" -> credential(named);
            case "hosts" -> host(named, "10.99." + NUMBER.get() + ".1", name + "-login");
            case "regions" -> region(named, "172.69.0.0/16");
            case "zones" -> zone(named, name + "-here", subnet + ".2.1", subnet + ".2.9");
            case "packages" -> Map.of("url", "http://10.99.99.99:8080");
            default -> plan(named, name + "-here", name + "-there");
        };
    }

    private WebTestClient.ResponseSpec send(HttpMethod method, String path, String ifMatch, Map<String, Object> body) {
        var request = user().method(method).uri(path);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        if (body != null) {
            request.bodyValue(body);
        }
        return request.exchange();
    }

    private static void refused(WebTestClient.ResponseSpec answer, HttpStatus status, String detail) {
        assertThat(answer.expectStatus()
                        .isEqualTo(status)
                        .expectBody(Map.class)
                        .returnResult()
                        .getResponseBody()
                        .get("detail"))
                .asString()
                .contains(detail);
    }
}
