package dev.slipway.plan.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.reference.DeletionGuard;
import dev.slipway.plan.reference.Reference;
import dev.slipway.plan.resource.InMemoryResources;
import dev.slipway.plan.secret.InMemorySecrets;
import dev.slipway.plan.validation.RequestRules;
import dev.slipway.toolkit.web.ProblemAdvice;
import jakarta.validation.Validation;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;

class CredentialControllerTest {
    private static final String KEY = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIBmd
            -----END PRIVATE KEY-----
            """;
    private final InMemoryResources<Credential> credentials = new InMemoryResources<>("credential");
    private final InMemorySecrets secrets = new InMemorySecrets();
    private final List<Reference> users = new ArrayList<>();
    private final CredentialChanges changes = new CredentialChanges(
            credentials,
            secrets,
            new RequestRules(Validation.buildDefaultValidatorFactory().getValidator()),
            new DeletionGuard(List.of(id -> Flux.fromIterable(users))),
            Clock.systemUTC());
    private final WebTestClient client = WebTestClient.bindToController(new CredentialController(credentials, changes))
            .controllerAdvice(new ProblemAdvice())
            .configureClient()
            .responseTimeout(Duration.ofMinutes(1))
            .build();

    @Test
    void answersWithPlaceAndVersionAndWithoutTheSecret() {
        post(Map.of("name", "login", "username", "root", "password", "sesame"))
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("ETag", "\"0\"")
                .expectHeader()
                .valueMatches("Location", "/api/v1/credentials/[-0-9a-f]{36}")
                .expectBody(String.class)
                .value(body -> assertThat(body).doesNotContain("sesame").contains("PASSWORD"));
    }

    @Test
    void keepsTheSecretOfTheKindThatWasGivenLast() {
        post(Map.of("name", "login", "username", "root", "password", "sesame"));
        var credential = credentials.named("login").block();

        put(credential, Map.of("name", "login", "username", "root", "privateKey", KEY))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.authentication")
                .isEqualTo("PRIVATE_KEY");

        assertThat(new Logins(credentials, secrets).of(credential.id()).block())
                .isEqualTo(new Login("root", null, KEY));
        assertThat(secrets.read(credential.owner(), "password").blockOptional()).isEmpty();
    }

    @Test
    void namesEveryoneWhoUsesIt() {
        post(Map.of("name", "login", "username", "root", "password", "sesame"));
        IntStream.rangeClosed(1, 12).forEach(number -> users.add(new Reference("host", "h" + number)));

        client.delete()
                .uri("/api/v1/credentials/" + credentials.named("login").block().id())
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:slipway:problem:in-use")
                .jsonPath("$.detail")
                .isEqualTo("The credential login is used by host h1, host h2, host h3, host h4, host h5,"
                        + " host h6, host h7, host h8, host h9, host h10 and 2 more; change or delete that first.");
    }

    @Test
    void wantsOneSecretAndAName() {
        post(Map.of("name", "a", "username", "root", "password", "x", "privateKey", KEY))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("privateKey");
        post(Map.of())
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[*].field")
                .value(List.class, fields -> assertThat((List<?>) fields).hasToString("[name, username, password]"));
    }

    private WebTestClient.ResponseSpec post(Map<String, Object> body) {
        return client.post().uri("/api/v1/credentials").bodyValue(body).exchange();
    }

    private WebTestClient.ResponseSpec put(Credential credential, Map<String, Object> body) {
        return client.put()
                .uri("/api/v1/credentials/" + credential.id())
                .header("If-Match", "\"0\"")
                .bodyValue(body)
                .exchange();
    }
}
