package dev.slipway.plan.secret;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Whose secret it is; a sealed secret opens for its owner and name only.
 *
 * @param kind what the owner is, as "credential"
 */
public record SecretOwner(String kind, UUID id) {
    byte[] binding(String name) {
        return (kind + "/" + id + "/" + name).getBytes(StandardCharsets.UTF_8);
    }
}
