package dev.slipway.toolkit.token;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How a service proves who it is.
 *
 * @param key file of its private key as a JWK
 */
@ConfigurationProperties("slipway.token")
public record TokenProperties(Path key) {}
