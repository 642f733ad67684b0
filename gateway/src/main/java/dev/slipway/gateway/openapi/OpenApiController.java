package dev.slipway.gateway.openapi;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Lists the OpenAPI documents of all services in one place. */
@RestController
class OpenApiController {
    private final List<Document> documents;

    OpenApiController(DocumentProperties properties) {
        this.documents = properties.documents().stream()
                .map(service -> new Document(service, "/openapi/" + service + ".json"))
                .toList();
    }

    @GetMapping("/openapi")
    Mono<Documents> documents() {
        return Mono.just(new Documents(documents));
    }

    /** All documents. */
    record Documents(List<Document> documents) {}

    /**
     * One document.
     *
     * @param service whose it is
     * @param href where it is
     */
    record Document(String service, String href) {}
}
