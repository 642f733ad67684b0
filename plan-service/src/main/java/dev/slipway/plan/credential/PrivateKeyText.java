package dev.slipway.plan.credential;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Looks at the text of a private key closely enough to refuse what can never log in. */
final class PrivateKeyText {
    private static final Pattern PEM =
            Pattern.compile("\\A\\s*-----BEGIN ([A-Z ]*PRIVATE KEY)-----(.+?)-----END \\1-----\\s*\\z", Pattern.DOTALL);
    private static final byte[] OPENSSH = "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final String ENCRYPTED =
            "is protected by a passphrase, which nobody could enter; give it without one";

    private PrivateKeyText() {}

    static Optional<String> fault(String text) {
        var pem = PEM.matcher(text);
        if (!pem.matches()) {
            return Optional.of("must be a private key in PEM or OpenSSH form, from its BEGIN line to its END line");
        }
        var kind = pem.group(1);
        var body = pem.group(2);
        if (kind.startsWith("ENCRYPTED") || body.contains("ENCRYPTED")) {
            return Optional.of(ENCRYPTED);
        }
        return kind.startsWith("OPENSSH") ? opensshFault(body) : Optional.empty();
    }

    /** The form is a magic word, then the name of the cipher with its length before it. */
    private static Optional<String> opensshFault(String body) {
        try {
            var key = ByteBuffer.wrap(Base64.getMimeDecoder().decode(body));
            var magic = new byte[OPENSSH.length];
            key.get(magic);
            var cipher = new byte[Math.min(key.getInt(), 64)];
            key.get(cipher);
            return "none".equals(new String(cipher, StandardCharsets.US_ASCII))
                    ? Optional.empty()
                    : Optional.of(ENCRYPTED);
        } catch (RuntimeException unreadable) {
            return Optional.of("is damaged: copy the whole file of the OpenSSH private key again");
        }
    }
}
