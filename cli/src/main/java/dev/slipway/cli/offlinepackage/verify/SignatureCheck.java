package dev.slipway.cli.offlinepackage.verify;

import dev.slipway.cli.offlinepackage.index.PublicKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Whether the index is signed by a trusted key. */
record SignatureCheck(ServedPackage source, TrustedKeys trusted) {
    List<String> problems(byte[] index, String keyId) throws IOException {
        Optional<PublicKey> key = trusted.find(keyId);
        if (key.isEmpty()) {
            return List.of("The index is signed with key %s, which is not trusted here".formatted(keyId));
        }
        return key.get().verifies(index, signature())
                ? List.of()
                : List.of("The signature of the index is not key %s's: the index was changed or cut".formatted(keyId));
    }

    private byte[] signature() throws IOException {
        String text = new String(source.bytes("index.json.sig"), StandardCharsets.US_ASCII);
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
