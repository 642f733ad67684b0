package dev.slipway.gateway.security;

import dev.slipway.gateway.token.BearerToken;
import dev.slipway.gateway.token.BearerTokens;
import dev.slipway.gateway.token.TokenSecret;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds the known token that a request shows. */
@Component
class TokenAuthentication implements ReactiveAuthenticationManager {
    /** A use is noted once an hour, so that a busy caller does not cost a write per request. */
    private static final Duration COARSE = Duration.ofHours(1);

    private final BearerTokens tokens;
    private final Clock clock;

    TokenAuthentication(BearerTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public Mono<Authentication> authenticate(Authentication presented) {
        return Mono.justOrEmpty(TokenSecret.parse(String.valueOf(presented.getCredentials())))
                .flatMap(this::known)
                .flatMap(this::noteUse)
                .<Authentication>map(Caller::new)
                .switchIfEmpty(Mono.error(() -> new BadCredentialsException("Unknown token")));
    }

    private Mono<BearerToken> known(TokenSecret secret) {
        return tokens.findByTokenSha256(secret.sha256()).filter(secret::matches);
    }

    private Mono<BearerToken> noteUse(BearerToken token) {
        var now = clock.instant();
        var since = now.minus(COARSE);
        if (token.lastUsedAt() != null && token.lastUsedAt().isAfter(since)) {
            return Mono.just(token);
        }
        return tokens.noteUse(token.id(), now, since).thenReturn(token);
    }
}
