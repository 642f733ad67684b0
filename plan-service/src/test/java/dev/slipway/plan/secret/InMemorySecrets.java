package dev.slipway.plan.secret;

import java.util.HashMap;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Secrets that live as long as a test, not sealed at all. */
public final class InMemorySecrets implements SealedSecrets {
    private final Map<SecretOwner, Map<String, byte[]>> secrets = new HashMap<>();

    @Override
    public Mono<Void> store(SecretOwner owner, String name, byte[] secret) {
        return Mono.fromRunnable(
                () -> secrets.computeIfAbsent(owner, key -> new HashMap<>()).put(name, secret));
    }

    @Override
    public Mono<byte[]> read(SecretOwner owner, String name) {
        return Mono.fromSupplier(() -> secrets.getOrDefault(owner, Map.of()).get(name));
    }

    @Override
    public Mono<Void> delete(SecretOwner owner, String name) {
        return Mono.fromRunnable(
                () -> secrets.getOrDefault(owner, new HashMap<>()).remove(name));
    }

    @Override
    public Mono<Void> deleteAll(SecretOwner owner) {
        return Mono.fromRunnable(() -> secrets.remove(owner));
    }
}
