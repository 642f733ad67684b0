package dev.slipway.toolkit.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Finds a service's token: as bearer token, or as password of the user "terraform", which knows only those. */
final class TokenFromRequest implements ServerAuthenticationConverter {
    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";
    private static final String TERRAFORM = "terraform:";

    @Override
    public Mono<Authentication> convert(ServerWebExchange exchange) {
        return Mono.justOrEmpty(exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION))
                .mapNotNull(TokenFromRequest::token)
                .map(BearerTokenAuthenticationToken::new);
    }

    private static @Nullable String token(String header) {
        if (header.startsWith(BEARER)) {
            return nonEmpty(header.substring(BEARER.length()).strip());
        }
        return header.startsWith(BASIC) ? password(header.substring(BASIC.length())) : null;
    }

    private static @Nullable String password(String encoded) {
        try {
            var pair = new String(Base64.getDecoder().decode(encoded.strip()), StandardCharsets.UTF_8);
            return pair.startsWith(TERRAFORM) ? nonEmpty(pair.substring(TERRAFORM.length())) : null;
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    private static @Nullable String nonEmpty(String token) {
        return token.isEmpty() ? null : token;
    }
}
