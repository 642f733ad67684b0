package dev.slipway.installation;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where plan-service answers.
 *
 * @param url its base address
 */
@ConfigurationProperties("slipway.plan-service")
record PlanServiceProperties(
        @DefaultValue("http://127.0.0.1:7081") URI url) {}
