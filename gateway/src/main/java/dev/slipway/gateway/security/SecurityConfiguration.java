package dev.slipway.gateway.security;

import dev.slipway.toolkit.web.ProblemResponses;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import reactor.core.publisher.Mono;

/** Denies by default: only bearers of a known token come in. No cookies, so nothing to forge across sites. */
@Configuration
@EnableWebFluxSecurity
class SecurityConfiguration {
    @Bean
    ServerExchangeRejectedHandler rejectedHandler() {
        return ProblemResponses.rejected();
    }

    @Bean
    SecurityWebFilterChain security(
            ServerHttpSecurity http, TokenAuthentication authentication, FailedAttempts attempts) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .headers(SecurityConfiguration::headers)
                .exceptionHandling(errors -> errors.authenticationEntryPoint(ProblemResponses.unauthenticated())
                        .accessDeniedHandler(ProblemResponses.forbidden()))
                .addFilterAt(new TokenFilter(authentication, attempts), SecurityWebFiltersOrder.AUTHENTICATION)
                .authorizeExchange(SecurityConfiguration::rules)
                .build();
    }

    private static void rules(AuthorizeExchangeSpec rules) {
        rules.pathMatchers("/actuator/health/**")
                .access(SecurityConfiguration::fromThisMachine)
                .pathMatchers("/actuator/**", "/internal/**")
                .denyAll()
                .pathMatchers("/api/v1/tokens/**")
                .hasRole("ADMINISTRATOR")
                .anyExchange()
                .authenticated();
    }

    static Mono<AuthorizationResult> fromThisMachine(Mono<Authentication> caller, AuthorizationContext context) {
        return Mono.just(new AuthorizationDecision(
                isLoopback(context.getExchange().getRequest().getRemoteAddress())));
    }

    private static boolean isLoopback(@Nullable InetSocketAddress client) {
        return client != null
                && client.getAddress() != null
                && client.getAddress().isLoopbackAddress();
    }

    private static void headers(HeaderSpec headers) {
        headers.contentSecurityPolicy(
                        csp -> csp.policyDirectives("default-src 'none'; frame-ancestors 'none'; base-uri 'none'"))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicy(policy -> policy.policy("camera=(), geolocation=(), microphone=()"));
    }
}
