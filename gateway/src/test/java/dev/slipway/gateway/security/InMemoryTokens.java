package dev.slipway.gateway.security;

import dev.slipway.gateway.token.BearerToken;
import dev.slipway.gateway.token.BearerTokens;
import dev.slipway.gateway.token.TokenFixtures;
import java.lang.reflect.Proxy;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Knows one token, and answers only what an authentication asks. */
final class InMemoryTokens {
    private final BearerToken known = TokenFixtures.aToken(TokenFixtures.ADMINISTRATOR, Instant.EPOCH);

    BearerTokens tokens() {
        return (BearerTokens) Proxy.newProxyInstance(
                InMemoryTokens.class.getClassLoader(),
                new Class<?>[] {BearerTokens.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "findByTokenSha256" ->
                        Mono.just(known).filter(token -> token.tokenSha256().equals(arguments[0]));
                    case "noteUse" -> Mono.just(1);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
