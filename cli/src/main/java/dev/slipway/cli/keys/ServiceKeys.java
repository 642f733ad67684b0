package dev.slipway.cli.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.slipway.cli.files.PrivateFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;

/** The keys with which services sign their tokens to each other: one private key each, and the public ones of all. */
public final class ServiceKeys {
    private final Path folder;

    /** Keys kept in the given folder. */
    public ServiceKeys(Path folder) {
        this.folder = folder;
    }

    /** Makes the keys that are not there yet. */
    public void make(List<String> services) {
        List<JWK> keys = new ArrayList<>();
        for (String service : services) {
            keys.add(key(service).toPublicJWK());
        }
        PrivateFiles.write(publicKeys(), new JWKSet(keys).toString());
    }

    /** The private key of a service. */
    public Path privateKey(String service) {
        return folder.resolve(service + ".jwk.json");
    }

    /** The public keys of all services. */
    public Path publicKeys() {
        return folder.resolve("public.jwks.json");
    }

    private ECKey key(String service) {
        Path file = privateKey(service);
        try {
            if (Files.exists(file)) {
                return ECKey.parse(PrivateFiles.read(file));
            }
            ECKey made = new ECKeyGenerator(Curve.P_256)
                    .keyID(service)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
            PrivateFiles.write(file, made.toJSONString());
            return made;
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException("The key of " + service + " cannot be used: " + file, e);
        }
    }
}
