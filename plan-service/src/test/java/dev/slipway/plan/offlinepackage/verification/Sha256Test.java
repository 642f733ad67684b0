package dev.slipway.plan.offlinepackage.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Sha256Test {
    /** The example of FIPS 180-2, appendix B.1. */
    @Test
    void countsAsTheStandardSays() {
        assertThat(Sha256.of("abc".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 1_000_003})
    void countsAsTheJdkDoes(int size) throws NoSuchAlgorithmException {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        var jdk = MessageDigest.getInstance("SHA-256").digest(bytes);

        assertThat(Sha256.of(bytes)).isEqualTo(HexFormat.of().formatHex(jdk));
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void countsByMachineCodeHere() {
        assertThat(Sha256.digest().getProvider().getName()).isEqualTo("AmazonCorrettoCryptoProvider");
    }
}
