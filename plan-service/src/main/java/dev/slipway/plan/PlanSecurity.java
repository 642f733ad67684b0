package dev.slipway.plan;

import dev.slipway.toolkit.web.InternalSecurity;
import dev.slipway.toolkit.web.ProblemResponses;
import dev.slipway.toolkit.web.SecurityProperties;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;

/** Lets in whom the gateway vouches for and the workers, by signed tokens alone. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@EnableConfigurationProperties(SecurityProperties.class)
class PlanSecurity {
    @Bean
    InternalSecurity internalSecurity(SecurityProperties properties, Clock clock) {
        return new InternalSecurity(properties, clock);
    }

    @Bean
    ServerExchangeRejectedHandler rejectedHandler() {
        return ProblemResponses.rejected();
    }

    @Bean
    ReactiveJwtDecoder jwtDecoder(InternalSecurity security) {
        return security.decoder();
    }

    @Bean
    SecurityWebFilterChain filterChain(InternalSecurity security, ServerHttpSecurity http) {
        return security.chain(http);
    }
}
