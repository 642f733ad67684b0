package dev.slipway.gateway.route;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.slipway.gateway.RunningGateway;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.JsonPathAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;

class RoutesIT extends RunningGateway {
    @Test
    void passesTheApiOnUnchanged() {
        PLAN_SERVICE.stubFor(any(anyUrl())
                .willReturn(okJson("{\"id\":\"1\"}")
                        .withStatus(202)
                        .withHeader("Location", "/api/v1/operations/1")
                        .withHeader("ETag", "\"3\"")));

        administrator()
                .post()
                .uri("/api/v1/clusters?dry={word}", "a b")
                .header("Idempotency-Key", "key-1")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"name\":\"demo\"}")
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectHeader()
                .valueEquals("Location", "/api/v1/operations/1")
                .expectHeader()
                .valueEquals("ETag", "\"3\"")
                .expectBody()
                .json("{\"id\":\"1\"}");

        PLAN_SERVICE.verify(postRequestedFor(urlEqualTo("/api/v1/clusters?dry=a%20b"))
                .withHeader("Idempotency-Key", equalTo("key-1"))
                .withRequestBody(equalToJson("{\"name\":\"demo\"}")));
    }

    @Test
    void speaksForTheUserWithItsOwnToken() throws Exception {
        PLAN_SERVICE.stubFor(any(anyUrl()).willReturn(okJson("{}")));

        get("/api/v1/hosts").expectStatus().isOk();

        var sent = PLAN_SERVICE
                .findAll(getRequestedFor(urlEqualTo("/api/v1/hosts")))
                .getFirst()
                .getHeader("Authorization");
        var token = SignedJWT.parse(sent.substring("Bearer ".length()));
        var key = JWKSet.load(KEYS.trustedKeys().toFile())
                .getKeyByKeyId("gateway")
                .toECKey();
        assertThat(token.verify(new ECDSAVerifier(key))).isTrue();
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("plan-service");
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("administrator");
        assertThat(token.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("USER", "ADMINISTRATOR");
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getExpirationTime().toInstant())
                .isEqualTo(claims.getIssueTime().toInstant().plusSeconds(60));
    }

    @Test
    void believesNoHeaderOfAClient() {
        PLAN_SERVICE.stubFor(any(anyUrl()).willReturn(okJson("{}")));

        administrator()
                .get()
                .uri("/api/v1/hosts")
                .header("X-Forwarded-For", "10.0.0.1")
                .header("X-Forwarded-Prefix", "/evil")
                .header("Forwarded", "for=10.0.0.1")
                .header("X-Slipway-User", "root")
                .header("X-Internal-Role", "WORKER")
                .header("X-Real-IP", "10.0.0.1")
                .header("Cookie", "session=1")
                .exchange()
                .expectStatus()
                .isOk();

        PLAN_SERVICE.verify(getRequestedFor(anyUrl())
                .withHeader("X-Forwarded-For", absent())
                .withHeader("X-Forwarded-Prefix", absent())
                .withHeader("Forwarded", absent())
                .withHeader("X-Slipway-User", absent())
                .withHeader("X-Internal-Role", absent())
                .withHeader("X-Real-IP", absent())
                .withHeader("Cookie", absent()));
    }

    @Test
    void tellsTheRequestIdToAll() {
        PLAN_SERVICE.stubFor(any(anyUrl()).willReturn(okJson("{}").withHeader("X-Request-Id", "other")));

        administrator()
                .get()
                .uri("/api/v1/hosts")
                .header("X-Request-Id", "mine-1")
                .exchange()
                .expectHeader()
                .valueEquals("X-Request-Id", "mine-1");

        PLAN_SERVICE.verify(getRequestedFor(anyUrl()).withHeader("X-Request-Id", equalTo("mine-1")));
    }

    @Test
    void replacesARequestIdThatIsNone() {
        administrator()
                .get()
                .uri("/api/v1/session")
                .header("X-Request-Id", "drop table;")
                .exchange()
                .expectHeader()
                .valueMatches("X-Request-Id", "[0-9a-f-]{36}");
    }

    @Test
    void streamsEventsLongerThanAnAnswerMayTake() {
        PLAN_SERVICE.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withHeader("Content-Type", "text/event-stream")
                        .withFixedDelay(7000)
                        .withBody("id: 1\nevent: step\ndata: {}\n\n")));

        get("/api/v1/operations/1/events")
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_EVENT_STREAM)
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("event: step"));
    }

    @Test
    void saysThatAServiceTakesTooLong() {
        PLAN_SERVICE.stubFor(any(anyUrl()).willReturn(okJson("{}").withFixedDelay(8000)));

        problem(get("/api/v1/hosts"), 504, "gateway-timeout")
                .isEqualTo("plan-service took too long to answer; try again, and see its log if this goes on.");
    }

    @Test
    void saysThatAServiceBrokeOff() {
        PLAN_SERVICE.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

        problem(get("/api/v1/hosts"), 502, "bad-gateway")
                .isEqualTo("plan-service broke the answer off; try again, and see its log if this goes on.");
    }

    @Test
    void saysThatAServiceIsDown() {
        PLAN_SERVICE.stop();
        try {
            problem(get("/api/v1/hosts"), 503, "service-unavailable")
                    .isEqualTo("plan-service does not answer; see with \"slipway status\" whether it runs.");
        } finally {
            PLAN_SERVICE.start();
        }
    }

    @Test
    void refusesABodyThatSaysItIsTooLarge() {
        problem(post(Flux.just("x".repeat(20_000)).next()), 413, "content-too-large")
                .isEqualTo("The body of a request may have 10240 bytes at most.");
    }

    @Test
    void cutsOffABodyThatDoesNotSay() {
        PLAN_SERVICE.stubFor(any(anyUrl()).willReturn(okJson("{}")));

        problem(post(Flux.range(0, 30).map(i -> "x".repeat(1000))), 413, "content-too-large")
                .isEqualTo("The body of a request may have 10240 bytes at most.");
    }

    private WebTestClient.ResponseSpec get(String path) {
        return administrator().get().uri(path).exchange();
    }

    private WebTestClient.ResponseSpec post(Publisher<String> body) {
        return administrator()
                .post()
                .uri("/api/v1/clusters")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body, String.class)
                .exchange();
    }

    private static JsonPathAssertions problem(WebTestClient.ResponseSpec response, int status, String type) {
        return response.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:slipway:problem:" + type)
                .jsonPath("$.detail");
    }
}
