package dev.slipway.toolkit.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

class ProblemAdviceTest {
    private final WebTestClient client = WebTestClient.bindToController(new ShipController())
            .controllerAdvice(new ProblemAdvice())
            .configureClient()
            .responseTimeout(Duration.ofMinutes(1))
            .build();

    @Test
    void answersAProblemWithItsNameAndRules() {
        expect(get("/fail/problem"), HttpStatus.CONFLICT, "host-in-use")
                .jsonPath("$.title")
                .isEqualTo("Host in use")
                .jsonPath("$.detail")
                .isEqualTo("Cluster demo uses it.")
                .jsonPath("$.instance")
                .isEqualTo("/fail/problem")
                .jsonPath("$.errors[0].field")
                .isEqualTo("host");
    }

    @Test
    void listsEveryBrokenRuleOfABody() {
        expect(
                        post("{\"name\":\"\",\"crew\":[{\"role\":\"much too long\"}]}"),
                        HttpStatus.BAD_REQUEST,
                        "invalid-request")
                .jsonPath("$.errors.length()")
                .isEqualTo(2)
                .jsonPath("$.errors[?(@.field=='name')]")
                .exists()
                .jsonPath("$.errors[?(@.field=='crew[0].role')]")
                .exists();
    }

    @Test
    void namesTheFieldThatCannotBeRead() {
        expect(
                        post("{\"name\":\"a\",\"crew\":[{\"role\":\"a\",\"rank\":\"KING\"}]}"),
                        HttpStatus.BAD_REQUEST,
                        "invalid-request")
                .jsonPath("$.errors[0].field")
                .isEqualTo("crew[0].rank")
                .jsonPath("$.errors[0].message")
                .isEqualTo("must be one of [MATE, MASTER]");
    }

    @Test
    void tellsThatABodyIsNoJson() {
        expect(post("{"), HttpStatus.BAD_REQUEST, "invalid-request")
                .jsonPath("$.errors[0].field")
                .isEqualTo("body");
    }

    @Test
    void namesAParameterThatBreaksARule() {
        expect(get("/ships?limit=500"), HttpStatus.BAD_REQUEST, "invalid-request")
                .jsonPath("$.errors[0].field")
                .isEqualTo("limit");
    }

    @Test
    void namesAParameterThatCannotBeRead() {
        expect(get("/ships?limit=many"), HttpStatus.BAD_REQUEST, "invalid-request")
                .jsonPath("$.errors[0].field")
                .isEqualTo("limit");
    }

    @Test
    void answersAStaleChange() {
        expect(get("/fail/stale"), HttpStatus.CONFLICT, "changed-meanwhile");
    }

    @Test
    void answersADuplicate() {
        expect(get("/fail/duplicate"), HttpStatus.CONFLICT, "conflict");
    }

    @Test
    void saysThatTheDatabaseDoesNotAnswer() {
        expect(get("/fail/database"), HttpStatus.SERVICE_UNAVAILABLE, "database-unavailable");
    }

    @Test
    void givesTheFrameworksProblemsTheSameForm() {
        expect(get("/fail/status"), HttpStatus.NOT_FOUND, "not-found")
                .jsonPath("$.errors")
                .isEmpty();
    }

    @Test
    void tellsNothingOfWhatNobodyForesaw() {
        expect(get("/fail/unforeseen"), HttpStatus.INTERNAL_SERVER_ERROR, "internal-error")
                .jsonPath("$.detail")
                .isEqualTo("Slipway failed to handle this request; the log of the service says why.");
    }

    private WebTestClient.ResponseSpec get(String path) {
        return client.get().uri(path).exchange();
    }

    private WebTestClient.ResponseSpec post(String body) {
        return client.post()
                .uri("/ships")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static WebTestClient.BodyContentSpec expect(
            WebTestClient.ResponseSpec response, HttpStatus status, String type) {
        return response.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:slipway:problem:" + type)
                .jsonPath("$.status")
                .isEqualTo(status.value());
    }

    enum Rank {
        MATE,
        MASTER
    }

    record Sailor(@Size(max = 5) String role, Rank rank) {}

    record Ship(@NotBlank String name, List<@Valid Sailor> crew) {}

    @RestController
    static class ShipController {
        @PostMapping("/ships")
        Mono<String> build(@Valid @RequestBody Ship ship) {
            return Mono.just(ship.name());
        }

        @GetMapping("/ships")
        Mono<String> list(@RequestParam @Max(100) int limit) {
            return Mono.just("" + limit);
        }

        @GetMapping("/fail/{how}")
        Mono<String> fail(@PathVariable String how) {
            return Mono.error(
                    switch (how) {
                        case "problem" ->
                            new ProblemException(
                                    HttpStatus.CONFLICT,
                                    "host-in-use",
                                    "Host in use",
                                    "Cluster demo uses it.",
                                    List.of(new Violation("host", "is in use")));
                        case "stale" -> new OptimisticLockingFailureException("stale");
                        case "database" -> new DataAccessResourceFailureException("tops3cret");
                        case "duplicate" -> new DuplicateKeyException("duplicate key value violates tops3cret");
                        case "status" -> new ResponseStatusException(HttpStatus.NOT_FOUND);
                        default -> new IllegalStateException("tops3cret");
                    });
        }
    }
}
