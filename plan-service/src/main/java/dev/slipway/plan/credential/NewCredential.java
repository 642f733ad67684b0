package dev.slipway.plan.credential;

import dev.slipway.plan.resource.ResourceName;
import dev.slipway.plan.validation.Findings;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A credential as people send it. When one is changed, the secret may be absent: it stays as it was.
 *
 * @param privateKey in PEM or OpenSSH form, without a passphrase
 */
@Schema(example = NewCredential.EXAMPLE)
record NewCredential(
        @ResourceName String name,

        @Schema(description = "root, or a Linux user with passwordless sudo")
        @NotNull(message = "must be given")
        @Pattern(regexp = "^[a-z_][a-z0-9_-]{0,31}$", message = "must be the name of a Linux user")
        String username,

        @Schema(description = "this or privateKey; when a credential is changed, both may be absent")
        @Nullable
        @Size(min = 1, max = 1024, message = "must have 1 to 1024 characters")
        String password,

        @Schema(description = "in PEM or OpenSSH form, without a passphrase")
        @Nullable
        @Size(max = 65536, message = "must have at most 65536 characters")
        String privateKey) {
    static final String EXAMPLE = """
            {"name": "rack-a", "username": "root", "password": "<password of root>"}
            """;

    void check(Findings findings, boolean secretNeeded) {
        if (password != null && privateKey != null) {
            findings.add("privateKey", "must be absent when there is a password; give one of the two");
        }
        if (secretNeeded && secret() == null) {
            findings.add("password", "must be given, or else a privateKey");
        }
        if (privateKey != null && findings.clean("privateKey")) {
            PrivateKeyText.fault(privateKey).ifPresent(fault -> findings.add("privateKey", fault));
        }
    }

    @Nullable
    Authentication authentication() {
        if (password != null) {
            return Authentication.PASSWORD;
        }
        return privateKey == null ? null : Authentication.PRIVATE_KEY;
    }

    byte @Nullable [] secret() {
        var text = password == null ? privateKey : password;
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "NewCredential[name=" + name + ", username=" + username + "]";
    }
}
