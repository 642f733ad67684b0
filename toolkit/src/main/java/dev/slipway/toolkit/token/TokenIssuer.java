package dev.slipway.toolkit.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.UUID;

/** Issues the tokens of one service; its name is the id of its key. */
public final class TokenIssuer {
    private final String name;
    private final JWSSigner signer;
    private final Clock clock;

    private TokenIssuer(String name, JWSSigner signer, Clock clock) {
        this.name = name;
        this.signer = signer;
        this.clock = clock;
    }

    /** Reads the service's private key. */
    public static TokenIssuer load(Path privateJwkFile, Clock clock) {
        try {
            var key = ECKey.parse(Files.readString(privateJwkFile));
            return new TokenIssuer(key.getKeyID(), new ECDSASigner(key), clock);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the service key " + privateJwkFile, e);
        } catch (ParseException | JOSEException e) {
            // The cause is left out, as its message may quote the key.
            throw new IllegalArgumentException(privateJwkFile + " is not a private JWK on the curve P-256");
        }
    }

    /** Returns the name of the service that issues. */
    public String name() {
        return name;
    }

    /** Issues a token for one audience and subject, with further claims. */
    public String issue(String audience, String subject, Duration lifetime, Map<String, Object> claims) {
        var now = clock.instant();
        var content = new JWTClaimsSet.Builder()
                .issuer(name)
                .audience(audience)
                .subject(subject)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)));
        claims.forEach(content::claim);
        return sign(content.build());
    }

    private String sign(JWTClaimsSet content) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(name).build(), content);
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("Cannot sign a token", e);
        }
    }
}
