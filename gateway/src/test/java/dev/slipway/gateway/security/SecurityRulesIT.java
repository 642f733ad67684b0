package dev.slipway.gateway.security;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;

import dev.slipway.gateway.RunningGateway;
import dev.slipway.gateway.token.BearerToken;
import dev.slipway.gateway.token.BearerTokens;
import dev.slipway.gateway.token.TokenFixtures;
import dev.slipway.gateway.token.TokenSecret;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class SecurityRulesIT extends RunningGateway {
    private static final TokenSecret USER = new TokenSecret("slw_" + "u".repeat(43));
    private static final TokenSecret NOBODY = new TokenSecret("slw_" + "n".repeat(43));

    private final BearerTokens tokens;

    @Autowired
    SecurityRulesIT(BearerTokens tokens) {
        this.tokens = tokens;
    }

    @BeforeEach
    void aUser() {
        PLAN_SERVICE.stubFor(any(anyUrl()).willReturn(ok()));
        var known = TokenFixtures.aToken(USER, null);
        tokens.findByTokenSha256(USER.sha256())
                .switchIfEmpty(tokens.save(new BearerToken(
                        UUID.randomUUID(),
                        known.name(),
                        known.tokenSha256(),
                        known.userName(),
                        known.roles(),
                        known.createdAt(),
                        null,
                        null)))
                .block(Duration.ofSeconds(10));
    }

    @Test
    void nobodyComesInWithoutAToken() {
        expect(anonymous(), "/api/v1/clusters", 401);
        expect(anonymous(), "/api/v1/session", 401);
        expect(anonymous(), "/api/v1/tokens", 401);
        expect(anonymous(), "/openapi", 401);
        expect(anonymous(), "/openapi/gateway.json", 401);
        expect(anonymous(), "/anything", 401);
    }

    @Test
    void nobodyComesInWithAWrongToken() {
        expect(with(NOBODY.text()), "/api/v1/clusters", 401);
        expect(with("nonsense"), "/api/v1/clusters", 401);
    }

    @Test
    void anotherSchemeIsNoToken() {
        anonymous()
                .get()
                .uri("/api/v1/session")
                .headers(headers -> headers.setBasicAuth("administrator", USER.text()))
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void usersComeIn() {
        expect(with(USER.text()), "/api/v1/clusters", 200);
        expect(with(USER.text()), "/api/v1/session", 200);
        expect(with(USER.text()), "/openapi", 200);
    }

    @Test
    void onlyAdministratorsSeeTokens() {
        expect(with(USER.text()), "/api/v1/tokens", 403);
        expect(administrator(), "/api/v1/tokens", 200);
    }

    @Test
    void theInsideIsNotReachable() {
        expect(administrator(), "/internal/clusters/c1/kubeconfig", 403);
        expect(administrator(), "/actuator/env", 403);
        expect(administrator(), "/actuator", 403);
        expect(administrator(), "/v3/api-docs", 404);
    }

    @Test
    void healthIsOpenOnThisMachineAndTellsNoMore() {
        anonymous()
                .get()
                .uri("/actuator/health/readiness")
                .exchange()
                .expectBody(String.class)
                .isEqualTo("{\"status\":\"UP\"}");
        expect(anonymous(), "/actuator/health/liveness", 200);
    }

    @Test
    void anUnknownPlaceIsAProblem() {
        expect(administrator(), "/nowhere", 404)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:slipway:problem:not-found");
    }

    @Test
    void aRefusalIsAProblem() {
        expect(anonymous(), "/api/v1/clusters", 401)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:slipway:problem:unauthenticated");
    }

    @Test
    void aPathThatCouldBeReadInTwoWaysIsAProblem() {
        expect(administrator(), "/api/v1/clusters;x=1//y", 400)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:slipway:problem:invalid-request");
    }

    @Test
    void anAnswerCarriesTheSecurityHeaders() {
        expect(administrator(), "/api/v1/session", 200)
                .expectHeader()
                .valueEquals("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'")
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueEquals("X-Frame-Options", "DENY")
                .expectHeader()
                .valueEquals("Referrer-Policy", "no-referrer")
                .expectHeader()
                .doesNotExist("Server");
    }

    private static WebTestClient.ResponseSpec expect(WebTestClient client, String path, int status) {
        return client.get().uri(path).exchange().expectStatus().isEqualTo(status);
    }
}
