package dev.slipway.provisioning;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How this service proves who it is.
 *
 * @param key file of its private key as a JWK
 */
@ConfigurationProperties("slipway.token")
record TokenProperties(Path key) {}
