package dev.slipway.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class OpenApiIT extends RunningPlanService {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final Path SNAPSHOT = Path.of("../contracts/openapi/plan-service.json");

    /**
     * Says what clients are made from; after a wanted change, copy target/openapi/plan-service.json over the snapshot.
     */
    @Test
    void isStillWhatTheSnapshotSays() throws Exception {
        var document = document();
        document.remove("servers");
        var written = Files.createDirectories(Path.of("target/openapi")).resolve("plan-service.json");
        Files.writeString(written, JSON.writeValueAsString(document) + "\n");

        JsonNode snapshot = Files.exists(SNAPSHOT) ? JSON.readTree(SNAPSHOT.toFile()) : JSON.createObjectNode();
        assertThat((JsonNode) document)
                .as("%s differs from %s", written, SNAPSHOT)
                .isEqualTo(snapshot);
    }

    @Test
    void saysOfEveryOperationWhatTokenItNeedsAndHowItRefuses() {
        var document = document();

        assertThat(document.at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
        assertThat(operations(document)).isNotEmpty().allSatisfy(operation -> {
            assertThat(operation.at("/security/0").has("bearer")).isTrue();
            assertThat(operation
                            .at("/responses/default/content/application~1problem+json/schema/$ref")
                            .asString())
                    .isEqualTo("#/components/schemas/Problem");
        });
    }

    @Test
    void namesEveryOperationForClientsAndForPeople() {
        var document = document();

        assertThat(operations(document))
                .isNotEmpty()
                .allSatisfy(operation -> {
                    var name = operation.path("operationId").asString();
                    assertThat(name).matches("[a-z]+([A-Z][a-z]+)+");
                    assertThat(operation.path("summary").asString())
                            .as(name)
                            .hasSizeBetween(5, 60)
                            .matches("[A-Z].*[^.]");
                })
                .extracting(operation -> operation.path("operationId").asString())
                .doesNotHaveDuplicates();
        document.path("paths")
                .properties()
                .forEach(path -> assertThat(path.getValue().valueStream())
                        .as(path.getKey())
                        .allMatch(operation -> path.getKey()
                                .startsWith("/api/v1/" + operation.at("/tags/0").asString())));
    }

    @Test
    void describesProblemsAsTheyAre() {
        var problem = user().post()
                .uri("/api/v1/zones")
                .bodyValue(Map.of())
                .exchange()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        var schemas = document().at("/components/schemas");

        assertThat(problem.propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        schemas.at("/Problem/properties").propertyNames());
        assertThat(problem.at("/errors/0").propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        schemas.at("/Violation/properties").propertyNames());
    }

    @Test
    void hasAnExampleOfEveryBody() {
        var document = document();

        assertThat(operations(document).filter(operation -> operation.has("requestBody")))
                .isNotEmpty()
                .allSatisfy(operation -> assertThat(example(document, operation).isObject())
                        .as(operation.path("operationId").asString())
                        .isTrue());
    }

    @Test
    void givesExamplesThatAreTaken() {
        var document = document();

        for (var collection : List.of("credentials", "hosts", "regions", "zones", "deploy-plans")) {
            var example = example(document, document.at("/paths/~1api~1v1~1" + collection + "/post"));
            user().post()
                    .uri("/api/v1/" + collection)
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(example.toString())
                    .exchange()
                    .expectStatus()
                    .isCreated();
        }
    }

    private ObjectNode document() {
        return (ObjectNode) JSON.readTree(user().get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static Stream<JsonNode> operations(JsonNode document) {
        return document.path("paths").valueStream().flatMap(JsonNode::valueStream);
    }

    private static JsonNode example(JsonNode document, JsonNode operation) {
        var body = operation.at("/requestBody/content/application~1json");
        var schema = document.at(body.at("/schema/$ref").asString().replaceFirst("^#", ""));
        return body.has("example") ? body.path("example") : schema.path("example");
    }
}
