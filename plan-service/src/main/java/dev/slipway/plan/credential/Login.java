package dev.slipway.plan.credential;

import org.jspecify.annotations.Nullable;

/** A user of a host and the one secret that proves it: password or private key. */
public record Login(
        String username,
        @Nullable String password,
        @Nullable String privateKey) {
    @Override
    public String toString() {
        return "Login[username=" + username + "]";
    }
}
