package dev.slipway.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Whatever goes wrong, and wherever: the answer is a problem that says what to do. */
class ProblemIT extends RunningPlanService {
    @Test
    void anUnknownPathIsAProblem() {
        problem(user().get().uri("/api/v1/nothing").exchange(), HttpStatus.NOT_FOUND, "not-found");
        problem(user().get().uri("/elsewhere").exchange(), HttpStatus.FORBIDDEN, "forbidden");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "credentials",
                "hosts",
                "regions",
                "zones",
                "deploy-plans",
                "packages",
                "clusters",
                "operations",
            })
    void anUnknownThingIsTheSameProblemWhateverItsKind(String collection) {
        var path = "/api/v1/" + collection + "/" + UUID.randomUUID();

        problem(user().get().uri(path).exchange(), HttpStatus.NOT_FOUND, "not-found");
    }

    @Test
    void anUnknownMethodAndAnUnknownFormAreProblems() {
        problem(user().patch().uri("/api/v1/hosts").exchange(), HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed");
        problem(
                user().post()
                        .uri("/api/v1/hosts")
                        .contentType(MediaType.TEXT_PLAIN)
                        .bodyValue("a host")
                        .exchange(),
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "unsupported-media-type");
    }

    @Test
    void aFaultOfASecurityFilterIsAProblem() {
        problem(client("nonsense").get().uri("/api/v1/hosts").exchange(), HttpStatus.UNAUTHORIZED, "unauthenticated");
    }

    @Test
    void aPathThatIsRefusedBeforeAnyControllerIsAProblem() {
        problem(
                user().get()
                        .uri(builder -> builder.path("/api/v1/hosts;x=1//y").build())
                        .exchange(),
                HttpStatus.BAD_REQUEST,
                "invalid-request");
    }

    @Test
    void anIdThatIsNoneNamesTheParameter() {
        problem(user().get().uri("/api/v1/hosts/nonsense").exchange(), HttpStatus.BAD_REQUEST, "invalid-request");
    }

    private static void problem(WebTestClient.ResponseSpec answer, HttpStatus status, String type) {
        var body = answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                .returnResult()
                .getResponseBody();
        assertThat(body).containsEntry("type", "urn:slipway:problem:" + type).containsKey("errors");
        assertThat(body.get("detail")).asString().isNotBlank();
    }
}
