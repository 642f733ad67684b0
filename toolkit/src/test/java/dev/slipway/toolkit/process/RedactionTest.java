package dev.slipway.toolkit.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    @Test
    void hidesEverySecretWhereverItStands() {
        var redaction = new Redaction(Set.of("alphabet", "betabeta"));

        assertThat(redaction.apply("alphabet, betabeta and alphabetical")).isEqualTo("***, *** and ***ical");
    }

    @Test
    void hidesAShortSecretWhereItIsAWord() {
        var redaction = new Redaction(Set.of("toor"));

        assertThat(redaction.apply("login(root:toor) 'toor' said\\ntoor, toors, atoor, toor"))
                .isEqualTo("login(root:***) '***' said\\n***, toors, atoor, ***");
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"password\":\"a\\\"b\\\\c'd e&f<g\u00e4\"}",
                "{\"password\":\"a\\\"b\\\\c'd e\\u0026f\\u003cg\u00e4\"}",
                "{\"password\":\"a\\u0022b\\u005Cc\\u0027d e&f<g\\u00e4\"}",
                "{\"body\":\"{\\\"password\\\":\\\"a\\\\\\\"b\\\\\\\\c'd e&f<g\u00e4\\\"}\"}",
                "sh -c 'login 'a\"b\\c'\\''d e&f<g\u00e4''",
                "sh -c 'login 'a\"b\\c'\"'\"'d e&f<g\u00e4''",
                "login a\\\"b\\\\c\\'d\\ e\\&f\\<g\u00e4",
                "login \"a\\\"b\\\\c'd e&f<g\u00e4\"",
                "password: 'a\"b\\c''d e&f<g\u00e4'",
                "login('a\"b\\\\c\\'d e&f<g\\xe4')",
                "https://root:a%22b%5Cc%27d%20e%26f%3Cg%C3%A4@host/",
                "https://root:a%22b%5cc'd%20e&f%3cg%c3%a4@host/",
                "password=a%22b%5Cc%27d+e%26f%3Cg%C3%A4&user=root"
            })
    void hidesASecretAsProgramsWriteItDown(String line) {
        var redaction = new Redaction(Set.of("a\"b\\c'd e&f<g\u00e4"));

        assertThat(redaction.apply(line)).contains(Redaction.MASK).doesNotContain("f<g", "e&f", "d e", "26f", "u0026");
    }

    @Test
    void hidesAKeyOfManyLinesInEveryForm() {
        var key = "-----BEGIN KEY-----\nabc/def+ghi=\njkl/mno+pqr=\n-----END KEY-----\n";
        var redaction = new Redaction(Set.of(key));

        assertThat(redaction.apply("{\"key\":\"" + key.replace("\n", "\\n") + "\"}"))
                .isEqualTo("{\"key\":\"***\"}");
        assertThat(redaction.apply("key=" + URLEncoder.encode(key, StandardCharsets.UTF_8)))
                .isEqualTo("key=***");
        assertThat(redaction.apply("abc%2Fdef%2Bghi%3D")).isEqualTo("***");
        assertThat(redaction.apply("abc\\/def\\u002bghi=\\njkl")).isEqualTo("***\\njkl");
    }

    @Test
    void leavesTextWithEscapesAlone() {
        var redaction = new Redaction(Set.of("sesame"));

        for (var line : List.of("100% of C:\\temp\\x", "a%zz \\u12 'it''s'", "%E4%ff", "\\")) {
            assertThat(redaction.apply(line)).isEqualTo(line);
        }
    }

    @Test
    void changesNothingWithoutSecrets() {
        assertThat(new Redaction(Set.of("")).apply("plain")).isEqualTo("plain");
    }
}
