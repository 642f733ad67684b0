package dev.slipway.cli.offlinepackage.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {
    private static final byte[] TEXT = "everything in the package".getBytes(UTF_8);

    @TempDir
    private Path folder;

    @Test
    void aKeyIsMadeOnceForItsOwnerOnly() throws IOException {
        Path file = folder.resolve("keys/signing.key");

        PublicKey made = SigningKey.loadOrCreate(file).publicKey();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(SigningKey.loadOrCreate(file).publicKey()).isEqualTo(made).hasSameHashCodeAs(made);
        assertThat(made.id()).matches("[0-9a-f]{16}");
    }

    @Test
    void firstCommandsAtOnceEndWithOneKey() {
        Path file = folder.resolve("keys/signing.key");
        Set<String> ids = ConcurrentHashMap.newKeySet();
        CyclicBarrier together = new CyclicBarrier(8);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Boolean>> commands = Collections.nCopies(8, (Callable<Boolean>) () -> {
                        together.await();
                        return ids.add(SigningKey.loadOrCreate(file).publicKey().id());
                    })
                    .stream()
                    .map(threads::submit)
                    .toList();
            assertThat(commands).allSatisfy(command -> assertThat(command).succeedsWithin(Duration.ofMinutes(1)));
        }
        assertThat(ids).hasSize(1);
        assertThat(folder.resolve("keys").toFile().list()).containsExactly("signing.key");
    }

    @Test
    void theSignatureIsOneThatThePlatformVerifies() throws GeneralSecurityException {
        SigningKey key = SigningKey.loadOrCreate(folder.resolve("a.key"));
        String pem = key.publicKey().pem().replaceAll("-----[A-Z ]+-----", "");
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getMimeDecoder().decode(pem))));
        verifier.update(TEXT);

        assertThat(verifier.verify(key.sign(TEXT))).isTrue();
    }

    @Test
    void onlyTheSameBytesAndTheSameKeyVerify() {
        SigningKey key = SigningKey.loadOrCreate(folder.resolve("a.key"));
        SigningKey other = SigningKey.loadOrCreate(folder.resolve("b.key"));
        byte[] signature = key.sign(TEXT);
        PublicKey known = PublicKey.parse(key.publicKey().pem());

        assertThat(known.verifies(TEXT, signature)).isTrue();
        assertThat(known.verifies(Arrays.copyOf(TEXT, TEXT.length - 1), signature))
                .isFalse();
        assertThat(known.verifies(TEXT, Arrays.copyOf(signature, 20))).isFalse();
        assertThat(known.verifies(TEXT, new byte[0])).isFalse();
        assertThat(other.publicKey().verifies(TEXT, signature)).isFalse();
        assertThat(other.publicKey()).isNotEqualTo(known).isNotEqualTo(null);
    }

    @Test
    void whatIsNoKeyIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("odd.key"), "AAAA");

        assertThatThrownBy(() -> SigningKey.loadOrCreate(file)).hasMessageContaining("not an Ed25519 private key");
        assertThatThrownBy(() -> PublicKey.parse("AAAA")).isInstanceOf(IllegalArgumentException.class);
    }
}
