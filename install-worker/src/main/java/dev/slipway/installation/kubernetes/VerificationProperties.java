package dev.slipway.installation.kubernetes;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a new cluster may take to prove itself.
 *
 * @param patience limit of each single check
 * @param interval pause between two looks
 */
@ConfigurationProperties("slipway.verification")
public record VerificationProperties(
        @DefaultValue("180s") Duration patience,
        @DefaultValue("300ms") Duration interval) {}
