package dev.slipway.toolkit.web;

import java.time.Clock;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtReactiveAuthenticationManager;
import org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtAuthenticationConverterAdapter;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.AuthenticationWebFilter;
import org.springframework.security.web.server.authentication.ServerAuthenticationEntryPointFailureHandler;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import reactor.core.publisher.Mono;

/** The security of a service behind the gateway: it believes signed tokens of services, and no header. */
public final class InternalSecurity {
    private static final String STATE = "/internal/clusters/{clusterId}/terraform-state/**";

    private final ReactiveJwtDecoder decoder;

    /** Reads the trusted keys. */
    public InternalSecurity(SecurityProperties properties, Clock clock) {
        this.decoder = InternalTokens.decoder(properties, clock);
    }

    /** Returns what reads and checks tokens. */
    public ReactiveJwtDecoder decoder() {
        return decoder;
    }

    /** Returns the filter chain: users under /api, workers under /internal, health for all, and nothing else. */
    public SecurityWebFilterChain chain(ServerHttpSecurity http) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .exceptionHandling(errors -> errors.authenticationEntryPoint(ProblemResponses.unauthenticated())
                        .accessDeniedHandler(ProblemResponses.forbidden()))
                .addFilterAt(authentication(), SecurityWebFiltersOrder.AUTHENTICATION)
                .authorizeExchange(InternalSecurity::rules)
                .build();
    }

    private static void rules(AuthorizeExchangeSpec rules) {
        rules.pathMatchers("/actuator/health/**")
                .permitAll()
                .pathMatchers(STATE)
                .access(InternalSecurity::ownState)
                .pathMatchers("/internal/**")
                .hasRole("WORKER")
                .pathMatchers("/api/**", "/v3/api-docs", "/v3/api-docs/**")
                .hasRole("USER")
                .anyExchange()
                .denyAll();
    }

    private static Mono<AuthorizationResult> ownState(Mono<Authentication> caller, AuthorizationContext context) {
        var needed = InternalAuthorities.STATE_PREFIX + context.getVariables().get("clusterId");
        return caller.map(authentication -> authentication.getAuthorities().stream()
                        .anyMatch(authority -> needed.equals(authority.getAuthority())))
                .defaultIfEmpty(false)
                .map(AuthorizationDecision::new);
    }

    private AuthenticationWebFilter authentication() {
        var filter = new AuthenticationWebFilter(manager());
        filter.setServerAuthenticationConverter(new TokenFromRequest());
        filter.setAuthenticationFailureHandler(
                new ServerAuthenticationEntryPointFailureHandler(ProblemResponses.unauthenticated()));
        return filter;
    }

    private ReactiveAuthenticationManager manager() {
        var converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(new InternalAuthorities());
        var manager = new JwtReactiveAuthenticationManager(decoder);
        manager.setJwtAuthenticationConverter(new ReactiveJwtAuthenticationConverterAdapter(converter));
        return manager;
    }
}
