package dev.slipway.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSecretTest {
    @Test
    void isNewEachTimeAndOfTheKnownForm() {
        var secrets =
                Stream.generate(TokenSecret::generate).limit(100).distinct().toList();

        assertThat(secrets)
                .hasSize(100)
                .allMatch(secret -> TokenSecret.parse(secret.text()).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "slw_", "slw_short", "xyz_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void refusesAnotherForm(String text) {
        assertThat(TokenSecret.parse(text)).isEmpty();
    }

    @Test
    void isFoundByItsHash() {
        assertThat(new TokenSecret("abc").sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void matchesOnlyItsOwnRecord() {
        var secret = TokenSecret.generate();

        assertThat(secret.matches(TokenFixtures.aToken(secret, null))).isTrue();
        assertThat(TokenSecret.generate().matches(TokenFixtures.aToken(secret, null)))
                .isFalse();
    }

    @Test
    void isNeverShownByAccident() {
        var secret = TokenSecret.generate();
        var token = TokenFixtures.aToken(secret, null);

        assertThat(secret).asString().doesNotContain(secret.text());
        assertThat(token).asString().doesNotContain(secret.sha256());
        assertThat(IssuedToken.from(token, secret)).asString().doesNotContain(secret.text());
    }
}
