package dev.slipway.gateway.route;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How this service proves who it is.
 *
 * @param key file with its private key, a JWK
 */
@ConfigurationProperties("slipway.token")
record TokenProperties(Path key) {}
