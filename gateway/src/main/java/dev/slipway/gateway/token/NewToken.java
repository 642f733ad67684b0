package dev.slipway.gateway.token;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token somebody asks for.
 *
 * @param name what it is for
 * @param user who will call with it
 * @param roles what it allows
 */
record NewToken(
        @NotBlank @Pattern(regexp = NAME, message = RULE) @Nullable
        String name,

        @NotBlank @Pattern(regexp = NAME, message = RULE) @Nullable
        String user,

        @NotEmpty @Nullable List<@NotNull Role> roles) {
    private static final String NAME = "[a-z0-9]([a-z0-9.@_-]{0,61}[a-z0-9])?";
    private static final String RULE =
            "must be 1 to 63 of a-z, 0-9, '.', '@', '_', '-', with a letter or digit at both ends";

    BearerToken toToken(UUID id, TokenSecret secret, Instant now) {
        return new BearerToken(
                id,
                String.valueOf(name),
                secret.sha256(),
                String.valueOf(user),
                (roles == null ? List.<Role>of() : roles).stream().distinct().toList(),
                now,
                null,
                null);
    }
}
