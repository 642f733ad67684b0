package dev.slipway.gateway.security;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many wrong tokens one address may show.
 *
 * @param most wrong tokens until the address has to wait
 * @param per time after which it may show as many again
 */
@Validated
@ConfigurationProperties("slipway.gateway.failed-attempts")
record FailedAttemptsProperties(
        @DefaultValue("20") @Positive int most,
        @DefaultValue("1m") Duration per) {}
