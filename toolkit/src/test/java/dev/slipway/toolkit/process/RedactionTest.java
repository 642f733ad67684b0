package dev.slipway.toolkit.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class RedactionTest {
    @Test
    void hidesEverySecretWhereverItStands() {
        var redaction = new Redaction(Set.of("alpha", "beta"));

        assertThat(redaction.apply("alpha, beta and alphabet")).isEqualTo("***, *** and ***bet");
    }

    @Test
    void hidesTheLongerOfTwoSecretsFirst() {
        var redaction = new Redaction(Set.of("pass", "password"));

        assertThat(redaction.apply("password")).isEqualTo("***");
    }

    @Test
    void hidesASecretOfManyLinesLineByLine() {
        var redaction = new Redaction(Set.of("-----BEGIN KEY-----\nabcdefgh\n}\n"));

        assertThat(redaction.apply("abcdefgh }")).isEqualTo("*** }");
    }

    @Test
    void changesNothingWithoutSecrets() {
        assertThat(new Redaction(Set.of("")).apply("plain")).isEqualTo("plain");
    }
}
