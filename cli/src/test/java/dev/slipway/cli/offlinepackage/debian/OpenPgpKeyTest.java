package dev.slipway.cli.offlinepackage.debian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.cli.external.ExternalProgram;
import dev.slipway.cli.external.ExternalProgramFailedException;
import dev.slipway.cli.offlinepackage.index.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bouncycastle.openpgp.PGPUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The signature is verified by gpgv, the program that apt itself verifies with. */
class OpenPgpKeyTest {
    @TempDir
    private Path folder;

    private OpenPgpKey key;

    @BeforeEach
    void makeKey() {
        key = new OpenPgpKey(SigningKey.loadOrCreate(folder.resolve("apt.key")));
    }

    @Test
    void aSignedTextIsVerified() throws IOException {
        String signed = key.clearSigned("Origin: Slipway\nSHA256:\n abc 12 Packages \n- dashed\n");

        assertThat(signed).startsWith("-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n");
        verify(signed);
    }

    @Test
    void aChangedTextIsNot() {
        String signed = key.clearSigned("Origin: Slipway\n").replace("Slipway", "Slipwax");

        assertThatThrownBy(() -> verify(signed)).isInstanceOf(ExternalProgramFailedException.class);
    }

    @Test
    void theSameKeySignsTheSameBytes() {
        OpenPgpKey again = new OpenPgpKey(SigningKey.loadOrCreate(folder.resolve("apt.key")));

        assertThat(again.clearSigned("text\n")).isEqualTo(key.clearSigned("text\n"));
        assertThat(again.armoured()).isEqualTo(key.armoured());
    }

    private void verify(String signed) throws IOException {
        Path armoured = Files.writeString(folder.resolve("key.asc"), key.armoured());
        Path ring = folder.resolve("key.gpg");
        try (var decoded = PGPUtil.getDecoderStream(Files.newInputStream(armoured))) {
            Files.write(ring, decoded.readAllBytes());
        }
        Path text = Files.writeString(folder.resolve("InRelease"), signed);
        ExternalProgram.of("gpgv", "--keyring", ring.toString(), text.toString())
                .run();
    }
}
