package dev.slipway.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
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
        var document = (ObjectNode) JSON.readTree(user().get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
        document.remove("servers");
        var written = Files.createDirectories(Path.of("target/openapi")).resolve("plan-service.json");
        Files.writeString(written, JSON.writeValueAsString(document) + "\n");

        JsonNode snapshot = Files.exists(SNAPSHOT) ? JSON.readTree(SNAPSHOT.toFile()) : JSON.createObjectNode();
        assertThat((JsonNode) document)
                .as("%s differs from %s", written, SNAPSHOT)
                .isEqualTo(snapshot);
    }
}
