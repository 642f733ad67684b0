package dev.slipway.toolkit.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;

/** Keys of services, made anew for a test and laid down as the launcher does. */
public final class TestKeys {
    private final Path folder;

    private TestKeys(Path folder) {
        this.folder = folder;
    }

    /** Makes a key for each service, and the set of the public ones. */
    public static TestKeys create(Path folder, String... services) {
        var keys = Arrays.stream(services).map(TestKeys::generate).toList();
        keys.forEach(key -> write(folder.resolve(key.getKeyID() + ".jwk.json"), key.toJSONString()));
        write(folder.resolve("public.jwks.json"), new JWKSet(List.<JWK>copyOf(keys)).toString(true));
        return new TestKeys(folder);
    }

    /** Makes keys in a folder of their own, for tests without one. */
    public static TestKeys create(String... services) {
        try {
            var folder = Files.createTempDirectory("keys");
            folder.toFile().deleteOnExit();
            return create(folder, services);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the file with the public keys of all services. */
    public Path trustedKeys() {
        return folder.resolve("public.jwks.json");
    }

    /** Returns the file with the private key of a service. */
    public Path privateKey(String service) {
        return folder.resolve(service + ".jwk.json");
    }

    /** Returns the issuer of a service. */
    public TokenIssuer issuer(String service, Clock clock) {
        return TokenIssuer.load(privateKey(service), clock);
    }

    private static ECKey generate(String service) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(service).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
