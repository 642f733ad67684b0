package dev.slipway.cli.offlinepackage.index;

import dev.slipway.cli.files.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** An Ed25519 key on disk (PKCS8 PEM, for its owner only), made when there is none. */
public final class SigningKey {
    private static final byte[] PRIVATE_PREFIX = HexFormat.of().parseHex("302e020100300506032b657004220420");
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private final Ed25519PrivateKeyParameters key;

    private SigningKey(Ed25519PrivateKeyParameters key) {
        this.key = key;
    }

    /** The key in the file; a new one is written there when the file does not exist. */
    public static SigningKey loadOrCreate(Path file) {
        try {
            return Files.exists(file) ? load(file) : create(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The signing key " + file + " cannot be read or written", e);
        }
    }

    /** The public half. */
    public PublicKey publicKey() {
        return new PublicKey(key.generatePublicKey().getEncoded());
    }

    /** The private half, for signatures of other formats. */
    public Ed25519PrivateKeyParameters parameters() {
        return key;
    }

    /** The signature of the bytes. */
    public byte[] sign(byte[] content) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(content, 0, content.length);
        return signer.generateSignature();
    }

    private static SigningKey load(Path file) throws IOException {
        String pem = Files.readString(file).replace(BEGIN, "").replace(END, "");
        byte[] der = Base64.getMimeDecoder().decode(pem);
        int seed = PRIVATE_PREFIX.length;
        if (der.length < seed + 32 || !Arrays.equals(der, 0, seed, PRIVATE_PREFIX, 0, seed)) {
            throw new IllegalStateException(file + " is not an Ed25519 private key in PKCS8 PEM");
        }
        return new SigningKey(new Ed25519PrivateKeyParameters(der, seed));
    }

    /** Of two that make the key at once, both take the one that was there first. */
    private static SigningKey create(Path file) throws IOException {
        byte[] der = Arrays.copyOf(PRIVATE_PREFIX, PRIVATE_PREFIX.length + 32);
        byte[] key = new Ed25519PrivateKeyParameters(new SecureRandom()).getEncoded();
        System.arraycopy(key, 0, der, PRIVATE_PREFIX.length, 32);
        PrivateFiles.writeFirst(file, BEGIN + "\n" + Base64.getEncoder().encodeToString(der) + "\n" + END + "\n");
        return load(file);
    }
}
