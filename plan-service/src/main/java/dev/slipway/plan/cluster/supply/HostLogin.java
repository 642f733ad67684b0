package dev.slipway.plan.cluster.supply;

import org.jspecify.annotations.Nullable;

/** How to log in to a host: by key or by password. Lives only as long as the answer it goes into. */
public record HostLogin(
        String username,
        @Nullable String privateKey,
        @Nullable String password) {
    @Override
    public String toString() {
        return "HostLogin[" + username + "]";
    }
}
