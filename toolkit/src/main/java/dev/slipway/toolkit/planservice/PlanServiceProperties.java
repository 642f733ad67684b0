package dev.slipway.toolkit.planservice;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where plan-service is.
 *
 * @param url base address of its internal API
 */
@ConfigurationProperties("slipway.plan-service")
public record PlanServiceProperties(
        @DefaultValue("http://127.0.0.1:7081") URI url) {}
