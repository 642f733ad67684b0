package dev.slipway.gateway.token;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who may come in first; another hash than the known one replaces it at the next start.
 *
 * @param user name of the first administrator
 * @param tokenSha256 hash of their token in hex, or null to let nobody in
 */
@Validated
@ConfigurationProperties("slipway.gateway.first-administrator")
record FirstAdministratorProperties(
        @DefaultValue("administrator") @NotBlank String user,

        @Pattern(regexp = "[0-9a-f]{64}", message = "must be a SHA-256 in lower-case hex") @Nullable
        String tokenSha256) {}
