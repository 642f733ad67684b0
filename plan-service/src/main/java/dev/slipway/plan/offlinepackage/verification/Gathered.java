package dev.slipway.plan.offlinepackage.verification;

import java.io.ByteArrayOutputStream;

/** Bytes gathered from the pieces of an answer. */
final class Gathered {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Gathered with(byte[] piece) {
        bytes.writeBytes(piece);
        return this;
    }

    int size() {
        return bytes.size();
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
