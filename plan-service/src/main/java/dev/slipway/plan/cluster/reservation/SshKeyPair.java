package dev.slipway.plan.cluster.reservation;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/**
 * A new Ed25519 key pair in OpenSSH's own form, because older ssh clients read Ed25519 keys in no other.
 *
 * @param publicKey one line, as in authorized_keys
 * @param privateKey armoured, without a passphrase
 */
record SshKeyPair(String publicKey, String privateKey) {
    private static final String TYPE = "ssh-ed25519";
    private static final String ALGORITHM = "Ed25519";
    private static final int KEY_BYTES = 32;
    private static final int BLOCK = 8;
    private static final int LINE = 70;
    private static final SecureRandom RANDOM = new SecureRandom();

    static SshKeyPair generate(String comment) {
        try {
            var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return of(
                    tail(pair.getPublic().getEncoded()), tail(pair.getPrivate().getEncoded()), comment);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK since 15 has Ed25519", e);
        }
    }

    @Override
    public String toString() {
        return "SshKeyPair[" + publicKey + "]";
    }

    private static SshKeyPair of(byte[] publicPart, byte[] seed, String comment) {
        var publicBlob = new Wire().text(TYPE).bytes(publicPart).done();
        var line = TYPE + " " + Base64.getEncoder().encodeToString(publicBlob) + " " + comment;
        var file = new Wire()
                .raw("openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII))
                .text("none")
                .text("none")
                .text("")
                .number(1)
                .bytes(publicBlob)
                .bytes(secretBlock(publicPart, seed, comment))
                .done();
        var body = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(file);
        return new SshKeyPair(
                line, "-----BEGIN OPENSSH PRIVATE KEY-----\n" + body + "\n-----END OPENSSH PRIVATE KEY-----\n");
    }

    private static byte[] secretBlock(byte[] publicPart, byte[] seed, String comment) {
        var check = RANDOM.nextInt();
        var block = new Wire()
                .number(check)
                .number(check)
                .text(TYPE)
                .bytes(publicPart)
                .bytes(ByteBuffer.allocate(2 * KEY_BYTES)
                        .put(seed)
                        .put(publicPart)
                        .array())
                .text(comment);
        for (var pad = 1; block.size() % BLOCK != 0; pad++) {
            block.raw(new byte[] {(byte) pad});
        }
        return block.done();
    }

    /** Both encodings of the JDK (X.509 and PKCS#8) end with the 32 bytes of the key. */
    private static byte[] tail(byte[] encoded) {
        return Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
    }

    /** Writes SSH's length-prefixed form. */
    private static final class Wire {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Wire raw(byte[] bytes) {
            out.writeBytes(bytes);
            return this;
        }

        Wire number(int value) {
            return raw(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
        }

        Wire bytes(byte[] bytes) {
            return number(bytes.length).raw(bytes);
        }

        Wire text(String text) {
            return bytes(text.getBytes(StandardCharsets.UTF_8));
        }

        int size() {
            return out.size();
        }

        byte[] done() {
            return out.toByteArray();
        }
    }
}
