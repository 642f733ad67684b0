package dev.slipway.gateway.security;

import dev.slipway.toolkit.web.ProblemResponses;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.AuthenticationWebFilter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Asks for the bearer token of a request. Who shows wrong ones too often has to wait, but only for more of them: many
 * programs share an address, and a right token is never refused for what another of them does.
 */
final class TokenFilter extends AuthenticationWebFilter {
    private static final Logger log = LoggerFactory.getLogger(TokenFilter.class);
    private static final String BEARER = "Bearer ";

    private final FailedAttempts attempts;

    TokenFilter(TokenAuthentication authentication, FailedAttempts attempts) {
        super(authentication);
        this.attempts = attempts;
        setServerAuthenticationConverter(TokenFilter::presented);
        setAuthenticationFailureHandler(this::refuse);
    }

    private static Mono<Authentication> presented(ServerWebExchange exchange) {
        return Mono.justOrEmpty(header(exchange))
                .map(header -> new PresentedToken(header.startsWith(BEARER) ? header.substring(BEARER.length()) : ""));
    }

    private static @Nullable String header(ServerWebExchange exchange) {
        return exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
    }

    private Mono<Void> refuse(WebFilterExchange filter, AuthenticationException failure) {
        var exchange = filter.getExchange();
        if (attempts.isBlocked(exchange.getRequest().getRemoteAddress())) {
            return tooMany(exchange);
        }
        attempts.count(exchange.getRequest().getRemoteAddress());
        log.atWarn()
                .addKeyValue("client", exchange.getRequest().getRemoteAddress())
                .addKeyValue("path", exchange.getRequest().getPath().value())
                .log("Refused a wrong token; revoke and replace the token if this goes on");
        return ProblemResponses.unauthenticated().commence(exchange, failure);
    }

    private static Mono<Void> tooMany(ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, "60");
        return ProblemResponses.write(
                exchange,
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-attempts",
                "Too many attempts",
                "This address showed too many wrong tokens; wait a minute and send a valid one.");
    }
}
