package dev.slipway.gateway.route;

import dev.slipway.gateway.security.Caller;
import dev.slipway.gateway.token.Role;
import dev.slipway.toolkit.token.TokenIssuer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Gives a request to a service the gateway's own short-lived token in place of the user's, and takes away every header
 * by which a client could pretend to be a service or to come from elsewhere.
 */
final class InternalTokenFilter implements GlobalFilter, Ordered {
    static final String AUDIENCE = "audience";
    private static final Duration LIFETIME = Duration.ofSeconds(60);
    private static final Set<String> STRIPPED = Set.of("cookie", "forwarded", "via", "x-real-ip", "x-original-url");
    private static final Set<String> STRIPPED_PREFIXES = Set.of("x-forwarded-", "x-slipway-", "x-internal-", "x-auth-");

    private final TokenIssuer issuer;

    InternalTokenFilter(TokenIssuer issuer) {
        this.issuer = issuer;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .ofType(Caller.class)
                .switchIfEmpty(Mono.error(() -> new AuthenticationCredentialsNotFoundException("Nobody is calling")))
                .map(caller -> withToken(exchange, caller))
                .flatMap(chain::filter);
    }

    private ServerWebExchange withToken(ServerWebExchange exchange, Caller caller) {
        return exchange.mutate()
                .request(request -> request.headers(headers -> replace(headers, token(exchange, caller))))
                .build();
    }

    private String token(ServerWebExchange exchange, Caller caller) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        var audience = Objects.requireNonNull(route.getMetadata().get(AUDIENCE), "A route needs an audience");
        var roles = caller.roles().stream().map(Role::name).toList();
        return issuer.issue(audience.toString(), caller.user(), LIFETIME, Map.of("roles", roles));
    }

    private static void replace(HttpHeaders headers, String token) {
        Set.copyOf(headers.headerNames()).stream()
                .filter(InternalTokenFilter::isStripped)
                .forEach(headers::remove);
        headers.setBearerAuth(token);
    }

    private static boolean isStripped(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return STRIPPED.contains(lower) || STRIPPED_PREFIXES.stream().anyMatch(lower::startsWith);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 100;
    }
}
