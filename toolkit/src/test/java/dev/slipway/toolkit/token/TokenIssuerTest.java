package dev.slipway.toolkit.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenIssuerTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void signsInItsOwnName() throws Exception {
        var keys = TestKeys.create(folder, "gateway", "install-worker");

        var issuer = keys.issuer("gateway", Clock.fixed(NOW, ZoneOffset.UTC));
        var token = SignedJWT.parse(issuer.issue(
                "plan-service", "alice", Duration.ofSeconds(60), Map.of("roles", List.of("ADMINISTRATOR"))));

        var key = JWKSet.load(keys.trustedKeys().toFile())
                .getKeyByKeyId("gateway")
                .toECKey();
        assertThat(token.verify(new ECDSAVerifier(key))).isTrue();
        assertThat(token.getHeader().getKeyID()).isEqualTo("gateway");
        assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo("gateway");
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("plan-service");
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("alice");
        assertThat(token.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("ADMINISTRATOR");
        assertThat(token.getJWTClaimsSet().getExpirationTime()).isEqualTo(Date.from(NOW.plusSeconds(60)));
        assertThat(issuer.name()).isEqualTo("gateway");
    }

    @Test
    void namesAMissingKeyFile() {
        assertThatThrownBy(() -> TokenIssuer.load(folder.resolve("missing"), Clock.systemUTC()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("missing");
    }

    @Test
    void quotesNoKeyWhenItCannotBeRead() throws Exception {
        var file = Files.writeString(folder.resolve("bad"), "{\"kty\":\"EC\",\"d\":\"tops3cret\"}");

        assertThatThrownBy(() -> TokenIssuer.load(file, Clock.systemUTC()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("tops3cret")
                .hasNoCause();
    }
}
