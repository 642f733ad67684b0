package dev.slipway.plan.offlinepackage.verification;

import dev.slipway.plan.offlinepackage.Fault;
import dev.slipway.plan.offlinepackage.FaultyPackage;
import java.io.ByteArrayOutputStream;

/** Bytes gathered from the pieces of an answer, up to a limit. */
final class Gathered {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Gathered with(byte[] piece) {
        bytes.writeBytes(piece);
        return this;
    }

    void refuseMoreThan(int most, String address) {
        if (bytes.size() > most) {
            throw new FaultyPackage(Fault.DAMAGED, address + " is far larger than such a file can be.");
        }
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
