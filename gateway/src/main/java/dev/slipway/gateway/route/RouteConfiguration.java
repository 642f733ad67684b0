package dev.slipway.gateway.route;

import dev.slipway.toolkit.token.TokenIssuer;
import dev.slipway.toolkit.token.TokenProperties;
import dev.slipway.toolkit.web.ProblemErrors;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Joins the filters that every request passes; the routes themselves are in application.yaml. */
@Configuration
@EnableConfigurationProperties(TokenProperties.class)
class RouteConfiguration {
    @Bean
    RequestIdFilter requestIdFilter() {
        return new RequestIdFilter();
    }

    @Bean
    RequestSizeFilter requestSizeFilter(GatewayProperties properties) {
        return new RequestSizeFilter(properties.requestLimit());
    }

    @Bean
    InternalTokenFilter internalTokenFilter(TokenProperties properties, Clock clock) {
        return new InternalTokenFilter(TokenIssuer.load(properties.key(), clock));
    }

    @Bean
    ProblemErrors problemErrors() {
        return new ProblemErrors();
    }
}
