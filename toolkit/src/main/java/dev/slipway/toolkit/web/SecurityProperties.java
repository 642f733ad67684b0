package dev.slipway.toolkit.web;

import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Whom a service believes.
 *
 * @param trustedKeys file with the public keys of all services, a JWK set
 * @param audience name of this service: a token made for another one is refused
 */
@Validated
@ConfigurationProperties("slipway.security")
public record SecurityProperties(Path trustedKeys, @NotBlank String audience) {}
