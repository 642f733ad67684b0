package dev.slipway.gateway.openapi;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.gateway.RunningGateway;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class OpenApiIT extends RunningGateway {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final Path SNAPSHOT = Path.of("../contracts/openapi/gateway.json");

    @Test
    void listsTheDocumentsOfAllServices() {
        administrator().get().uri("/openapi").exchange().expectBody().json("""
                        {"documents":[{"service":"gateway","href":"/openapi/gateway.json"},
                        {"service":"plan-service","href":"/openapi/plan-service.json"}]}""");
    }

    @Test
    void fetchesTheDocumentOfAService() {
        PLAN_SERVICE.stubFor(get("/v3/api-docs").willReturn(okJson("{\"openapi\":\"3.1.0\"}")));

        administrator()
                .get()
                .uri("/openapi/plan-service.json")
                .exchange()
                .expectBody()
                .json("{\"openapi\":\"3.1.0\"}");
    }

    /** Says what clients are made from; after a wanted change, copy target/openapi/gateway.json over the snapshot. */
    @Test
    void isStillWhatTheSnapshotSays() throws Exception {
        var document = (ObjectNode) JSON.readTree(administrator()
                .get()
                .uri("/openapi/gateway.json")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
        document.remove("servers");
        var written = Files.createDirectories(Path.of("target/openapi")).resolve("gateway.json");
        Files.writeString(written, JSON.writeValueAsString(document) + "\n");

        JsonNode snapshot = Files.exists(SNAPSHOT) ? JSON.readTree(SNAPSHOT.toFile()) : JSON.createObjectNode();
        assertThat((JsonNode) document)
                .as("%s differs from %s", written, SNAPSHOT)
                .isEqualTo(snapshot);
    }
}
