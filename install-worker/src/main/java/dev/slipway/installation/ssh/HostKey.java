package dev.slipway.installation.ssh;

import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.KeyType;

/**
 * A host's public key as OpenSSH writes it.
 *
 * @param type for example ssh-ed25519
 * @param body the key in Base64
 */
record HostKey(String type, String body) {
    static HostKey of(PublicKey key) {
        byte[] bytes = new Buffer.PlainBuffer().putPublicKey(key).getCompactData();
        return new HostKey(KeyType.fromKey(key).toString(), Base64.getEncoder().encodeToString(bytes));
    }

    static HostKey parse(String line) {
        String[] words = line.strip().split("\\s+", -1);
        if (words.length < 2) {
            throw new IllegalArgumentException("A host key is a type and a Base64 body");
        }
        return new HostKey(words[0], words[1]);
    }

    /** Names the signature algorithms that prove possession of this key; one RSA key serves several. */
    List<String> algorithms() {
        return type.equals("ssh-rsa") ? List.of("rsa-sha2-512", "rsa-sha2-256", "ssh-rsa") : List.of(type);
    }

    @Override
    public String toString() {
        return type + " " + body;
    }
}
