package dev.slipway.toolkit.planservice;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a node by SSH.
 *
 * @param privateKey the user's private key, or null when a password is used
 * @param hostKey the pinned key of the host, or null before the first use
 */
public record NodeAccess(
        String name,
        String address,
        int port,
        String username,
        @Nullable String privateKey,
        @Nullable String password,
        @Nullable String hostKey) {

    /** Returns what nobody else may see. */
    public Stream<String> secrets() {
        return Stream.of(Optional.ofNullable(privateKey), Optional.ofNullable(password))
                .flatMap(Optional::stream);
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return "NodeAccess[" + name + ", " + username + "@" + address + ":" + port + "]";
    }
}
