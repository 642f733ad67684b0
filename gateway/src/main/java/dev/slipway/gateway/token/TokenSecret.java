package dev.slipway.gateway.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A token itself, as only its bearer has it.
 *
 * @param text "slw_" and 256 random bits
 */
public record TokenSecret(String text) {
    private static final String PREFIX = "slw_";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Makes a token that nobody has. */
    static TokenSecret generate() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new TokenSecret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Reads a text that has the form of a token. */
    public static Optional<TokenSecret> parse(String text) {
        return Optional.of(text)
                .filter(candidate -> FORM.matcher(candidate).matches())
                .map(TokenSecret::new);
    }

    /** Returns the hash by which the token is found again. */
    public String sha256() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Compares with a known hash in constant time. */
    public boolean matches(BearerToken known) {
        return MessageDigest.isEqual(
                sha256().getBytes(StandardCharsets.US_ASCII),
                known.tokenSha256().getBytes(StandardCharsets.US_ASCII));
    }

    /** Shows nothing of the token. */
    @Override
    public String toString() {
        return "TokenSecret[***]";
    }
}
