package dev.slipway.cli.offlinepackage.index;

import dev.slipway.cli.checksum.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** The public half of a signing key. */
public final class PublicKey {
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";

    private final byte[] raw;

    PublicKey(byte[] raw) {
        this.raw = raw.clone();
    }

    /** Reads a key as {@link #pem} writes it. */
    public static PublicKey parse(String pem) {
        byte[] der = Base64.getMimeDecoder().decode(pem.replace(BEGIN, "").replace(END, ""));
        if (der.length != PREFIX.length + 32) {
            throw new IllegalArgumentException("Not an Ed25519 public key in PEM");
        }
        return new PublicKey(Arrays.copyOfRange(der, PREFIX.length, der.length));
    }

    /** The name under which the key is kept: the start of its digest. */
    public String id() {
        return Sha256.of(raw).substring(0, 16);
    }

    /** The key as a PEM document. */
    public String pem() {
        byte[] der = Arrays.copyOf(PREFIX, PREFIX.length + raw.length);
        System.arraycopy(raw, 0, der, PREFIX.length, raw.length);
        return BEGIN + "\n" + Base64.getEncoder().encodeToString(der) + "\n" + END + "\n";
    }

    /** Whether the signature is this key's, of exactly these bytes. */
    public boolean verifies(byte[] content, byte[] signature) {
        Ed25519Signer verifier = new Ed25519Signer();
        verifier.init(false, new Ed25519PublicKeyParameters(raw, 0));
        verifier.update(content, 0, content.length);
        return signature.length == Ed25519PublicKeyParameters.KEY_SIZE * 2 && verifier.verifySignature(signature);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PublicKey key && MessageDigest.isEqual(raw, key.raw);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(raw);
    }

    @Override
    public String toString() {
        return new String(Base64.getEncoder().encode(raw), StandardCharsets.US_ASCII);
    }
}
