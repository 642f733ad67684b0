package dev.slipway.plan.secret;

import reactor.core.publisher.Mono;

/** Keeps secrets sealed, so that the database alone tells nothing. */
public interface SealedSecrets {
    /** Seals and stores a secret under a name of its owner, in place of the one that was there. */
    Mono<Void> store(SecretOwner owner, String name, byte[] secret);

    /** Returns a secret, or nothing when the owner has none of that name. */
    Mono<byte[]> read(SecretOwner owner, String name);

    /** Forgets one secret; to have none of that name is fine. */
    Mono<Void> delete(SecretOwner owner, String name);

    /** Forgets all secrets of an owner. */
    Mono<Void> deleteAll(SecretOwner owner);
}
