package dev.slipway.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.gateway.RunningGateway;
import dev.slipway.toolkit.web.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.test.web.reactive.server.WebTestClient;

class TokensIT extends RunningGateway {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final ParameterizedTypeReference<Page<TokenView>> PAGE = new ParameterizedTypeReference<>() {};

    private final BearerTokens tokens;

    @Autowired
    TokensIT(BearerTokens tokens) {
        this.tokens = tokens;
    }

    @Test
    void aTokenIsShownOnceAndWorks() {
        var issued = issue("alice", Role.USER);

        with(issued.token())
                .get()
                .uri("/api/v1/session")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.user")
                .isEqualTo("alice")
                .jsonPath("$.roles[0]")
                .isEqualTo("USER")
                .jsonPath("$.token.id")
                .isEqualTo(issued.id().toString());
        var listed = administrator().get().uri("/api/v1/tokens").exchange().expectBody(String.class);
        assertThat(listed.returnResult().getResponseBody())
                .contains(issued.id().toString())
                .doesNotContain(issued.token(), "Sha256", "sha256");
    }

    @Test
    void onlyTheHashIsKept() {
        var issued = issue("bob", Role.USER);

        var stored = tokens.findById(issued.id()).blockOptional(LIMIT).orElseThrow();

        assertThat(stored.tokenSha256()).isEqualTo(new TokenSecret(issued.token()).sha256());
    }

    @Test
    void aRevokedTokenIsWorthNothing() {
        var issued = issue("carol", Role.USER);

        delete(issued).expectStatus().isNoContent();

        with(issued.token())
                .get()
                .uri("/api/v1/session")
                .exchange()
                .expectStatus()
                .isUnauthorized();
        delete(issued)
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:slipway:problem:token-not-found");
    }

    @Test
    void anAdministratorCanTakeOverButNotLeaveNobody() {
        var second = issue("dave", Role.ADMINISTRATOR);
        var others = tokens.findAll()
                .filter(token -> token.roles().contains(Role.ADMINISTRATOR))
                .filter(token -> !token.id().equals(second.id()))
                .collectList()
                .blockOptional(LIMIT)
                .orElseThrow();
        tokens.deleteAll(others).block(LIMIT);

        with(second.token())
                .delete()
                .uri("/api/v1/tokens/{id}", second.id())
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:slipway:problem:last-administrator");
        others.forEach(token -> tokens.save(withoutVersion(token)).block(LIMIT));
        delete(second).expectStatus().isNoContent();
    }

    @Test
    void theListComesInPagesNewestFirst() {
        for (var i = 0; i < 3; i++) {
            issue("pages" + i, Role.USER);
        }

        var first = page("/api/v1/tokens?limit=2");
        var second = page("/api/v1/tokens?limit=2&cursor=" + first.next());

        assertThat(first.items()).extracting(TokenView::user).containsExactly("pages2", "pages1");
        assertThat(second.items().getFirst().user()).isEqualTo("pages0");
    }

    @Test
    void anImpossibleTokenIsRefusedWithAllItsRules() {
        administrator()
                .post()
                .uri("/api/v1/tokens")
                .bodyValue(Map.of("name", "Not Good", "user", "-", "roles", List.of()))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(3);
    }

    @Test
    void aUseIsNotedToTheHour() {
        var issued = issue("erin", Role.USER);
        assertThat(lastUse(issued)).isNull();

        with(issued.token())
                .get()
                .uri("/api/v1/session")
                .exchange()
                .expectStatus()
                .isOk();
        var noted = lastUse(issued);
        with(issued.token())
                .get()
                .uri("/api/v1/session")
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(noted).isNotNull();
        assertThat(lastUse(issued)).isEqualTo(noted);
    }

    private static BearerToken withoutVersion(BearerToken token) {
        return new BearerToken(
                token.id(),
                token.name(),
                token.tokenSha256(),
                token.userName(),
                token.roles(),
                token.createdAt(),
                token.lastUsedAt(),
                null);
    }

    private Instant lastUse(IssuedToken token) {
        return tokens.findById(token.id()).blockOptional(LIMIT).orElseThrow().lastUsedAt();
    }

    private Page<TokenView> page(String uri) {
        return administrator()
                .get()
                .uri(uri)
                .exchange()
                .expectBody(PAGE)
                .returnResult()
                .getResponseBody();
    }

    private IssuedToken issue(String user, Role role) {
        return administrator()
                .post()
                .uri("/api/v1/tokens")
                .bodyValue(Map.of("name", "laptop", "user", user, "roles", List.of(role)))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueMatches("Location", "/api/v1/tokens/[0-9a-f-]{36}")
                .expectBody(IssuedToken.class)
                .returnResult()
                .getResponseBody();
    }

    private WebTestClient.ResponseSpec delete(IssuedToken token) {
        return administrator().delete().uri("/api/v1/tokens/{id}", token.id()).exchange();
    }
}
