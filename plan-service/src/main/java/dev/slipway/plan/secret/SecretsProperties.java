package dev.slipway.plan.secret;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the keys that seal secrets come from: exactly one of the two.
 *
 * @param keyFile file with the keys as Tink JSON keyset, made at the first start
 * @param key the same keyset as text, for platforms that hand secrets over in the environment
 */
@ConfigurationProperties("slipway.secrets")
record SecretsProperties(@Nullable Path keyFile, @Nullable String key) {
    SecretsProperties {
        if ((keyFile == null) == (key == null)) {
            throw new IllegalArgumentException(
                    "Set either slipway.secrets.key-file or slipway.secrets.key (SLIPWAY_SECRETS_KEY), and not both");
        }
    }

    @Override
    public String toString() {
        return "SecretsProperties[keyFile=" + keyFile + "]";
    }
}
