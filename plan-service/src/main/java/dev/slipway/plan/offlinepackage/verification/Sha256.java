package dev.slipway.plan.offlinepackage.verification;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.HexFormat;
import java.util.Optional;

/**
 * SHA-256 in hexadecimal digits. A package has hundreds of megabytes: they are counted by machine code made for the
 * processor where there is some, which takes a tenth of the time.
 */
final class Sha256 {
    private static final String ALGORITHM = "SHA-256";
    private static final Optional<Provider> MACHINE_CODE = machineCode();

    private Sha256() {}

    /** Finds the provider with machine code; it has none for other processors and systems than it was built for. */
    private static Optional<Provider> machineCode() {
        var provider = AmazonCorrettoCryptoProvider.INSTANCE;
        return provider.getLoadingError() == null ? Optional.of(provider) : Optional.empty();
    }

    static MessageDigest digest() {
        try {
            return MACHINE_CODE.isPresent()
                    ? MessageDigest.getInstance(ALGORITHM, MACHINE_CODE.get())
                    : MessageDigest.getInstance(ALGORITHM);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String of(byte[] bytes) {
        return text(digest().digest(bytes));
    }

    static String text(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }
}
