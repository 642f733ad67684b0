package dev.slipway.toolkit.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.toolkit.token.TestKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.config.EnableWebFlux;
import reactor.core.publisher.Mono;

class InternalSecurityTest {
    private static final String STATE = "/internal/clusters/c1/terraform-state";
    private static final Clock CLOCK = Clock.systemUTC();
    private static final TestKeys KEYS = TestKeys.create("gateway", "install-worker");
    private static WebTestClient client;

    @BeforeAll
    static void start() {
        client = WebTestClient.bindToApplicationContext(
                        new AnnotationConfigApplicationContext(ServiceConfiguration.class))
                .configureClient()
                .responseTimeout(Duration.ofMinutes(1))
                .build();
    }

    @Test
    void healthIsForAll() {
        client.get().uri("/actuator/health").exchange().expectStatus().isOk();
    }

    @Test
    void noTokenIsAnsweredWithAProblem() {
        client.get()
                .uri("/api/v1/hosts")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Bearer")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:slipway:problem:unauthenticated")
                .jsonPath("$.instance")
                .isEqualTo("/api/v1/hosts");
    }

    @Test
    void usersComeThroughTheGateway() {
        expect("/api/v1/hosts", token("gateway", "plan-service", 60), 200);
        expect("/v3/api-docs", token("gateway", "plan-service", 60), 200);
    }

    @Test
    void workersMayUseTheInternalPartOnly() {
        expect("/internal/clusters/c1/access", token("install-worker", "plan-service", 60), 200);
        expect("/api/v1/hosts", token("install-worker", "plan-service", 60), 403);
    }

    @Test
    void usersMayNotUseTheInternalPart() {
        expect("/internal/clusters/c1/access", token("gateway", "plan-service", 60), 403);
    }

    @Test
    void everythingElseIsDenied() {
        expect("/anything", token("gateway", "plan-service", 60), 403);
        expect("/actuator/env", token("gateway", "plan-service", 60), 403);
    }

    @Test
    void aTokenForAnotherServiceIsRefused() {
        expect("/api/v1/hosts", token("gateway", "install-worker", 60), 401);
    }

    @Test
    void anExpiredTokenIsRefused() {
        expect("/api/v1/hosts", token("gateway", "plan-service", -60), 401);
    }

    @Test
    void aTokenOfAnUnknownKeyIsRefused() {
        var strangers = TestKeys.create("gateway").issuer("gateway", CLOCK);

        expect("/api/v1/hosts", strangers.issue("plan-service", "eve", Duration.ofSeconds(60), Map.of()), 401);
    }

    @Test
    void aServiceCannotSpeakForAnother() {
        var forged = KEYS.issuer("install-worker", CLOCK)
                .issue("plan-service", "eve", Duration.ofSeconds(60), Map.of("iss", "gateway"));

        expect("/api/v1/hosts", forged, 401);
    }

    @Test
    void aChangedTokenIsRefused() {
        var parts = token("gateway", "plan-service", 60).split("\\.", 3);
        var claims =
                new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8).replace("alice", "admin");
        var changed = Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8));

        expect("/api/v1/hosts", parts[0] + "." + changed + "." + parts[2], 401);
    }

    @Test
    void anUnsignedTokenIsRefused() {
        var header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));

        expect(
                "/api/v1/hosts",
                header + "." + token("gateway", "plan-service", 60).split("\\.", 3)[1] + ".",
                401);
    }

    @Test
    void rolesComeFromTheGatewayOnly() {
        var administrator = Map.<String, Object>of("roles", List.of("ADMINISTRATOR", "WORKER"));
        var token = KEYS.issuer("gateway", CLOCK).issue("plan-service", "alice", Duration.ofSeconds(60), administrator);

        client.get()
                .uri("/api/v1/authorities")
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .expectBody(String.class)
                .isEqualTo("[ROLE_ADMINISTRATOR, ROLE_USER]");
    }

    @Test
    void terraformReachesItsOwnStateOnly() {
        expectBasic(STATE, "terraform", stateToken("c1"), 200);
        expectBasic(STATE + "/lock", "terraform", stateToken("c1"), 200);
        expectBasic(STATE, "terraform", stateToken("c2"), 403);
        expectBasic("/internal/clusters/c1/access", "terraform", stateToken("c1"), 403);
        expectBasic(STATE, "root", stateToken("c1"), 401);
        expect(STATE, token("install-worker", "plan-service", 60), 403);
    }

    @Test
    void nonsenseInTheHeaderIsRefused() {
        client.get()
                .uri("/api/v1/hosts")
                .header("Authorization", "Basic ???")
                .exchange()
                .expectStatus()
                .isUnauthorized();
        expect("/api/v1/hosts", "nonsense", 401);
    }

    @Test
    void namesTheKeysThatCannotBeRead(@TempDir Path folder) throws Exception {
        var nonsense = Files.writeString(folder.resolve("keys"), "nonsense");

        assertThatThrownBy(() -> new InternalSecurity(new SecurityProperties(folder.resolve("none"), "a"), CLOCK))
                .hasMessageContaining("Cannot read the trusted keys");
        assertThatThrownBy(() -> new InternalSecurity(new SecurityProperties(nonsense, "a"), CLOCK))
                .hasMessageContaining("is not a set of JWKs");
    }

    private static String token(String issuer, String audience, int seconds) {
        return KEYS.issuer(issuer, CLOCK).issue(audience, "alice", Duration.ofSeconds(seconds), Map.of());
    }

    private static String stateToken(String cluster) {
        return KEYS.issuer("install-worker", CLOCK)
                .issue("plan-service", "install-worker", Duration.ofHours(2), Map.of("state", cluster));
    }

    private static void expect(String path, String token, int status) {
        client.get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .expectStatus()
                .isEqualTo(status);
    }

    private static void expectBasic(String path, String user, String password, int status) {
        client.get()
                .uri(path)
                .headers(headers -> headers.setBasicAuth(user, password))
                .exchange()
                .expectStatus()
                .isEqualTo(status);
    }

    @Configuration
    @EnableWebFlux
    @EnableWebFluxSecurity
    static class ServiceConfiguration {
        @Bean
        SecurityWebFilterChain security(ServerHttpSecurity http) {
            return new InternalSecurity(new SecurityProperties(KEYS.trustedKeys(), "plan-service"), CLOCK).chain(http);
        }

        @Bean
        AnyController anyController() {
            return new AnyController();
        }
    }

    @RestController
    static class AnyController {
        @GetMapping("/**")
        Mono<String> any() {
            return Mono.just("reached");
        }

        @GetMapping("/api/v1/authorities")
        Mono<String> authorities(Authentication caller) {
            return Mono.just(caller.getAuthorities().stream()
                    .map(Object::toString)
                    .filter(name -> name.startsWith("ROLE_"))
                    .sorted()
                    .toList()
                    .toString());
        }
    }
}
