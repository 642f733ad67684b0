package dev.slipway.toolkit.web;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Flux;

/** Reads the tokens of services: signed by a known one, in its own name, for this audience, and not expired. */
final class InternalTokens {
    private static final Duration SKEW = Duration.ofSeconds(5);

    private InternalTokens() {}

    static ReactiveJwtDecoder decoder(SecurityProperties properties, Clock clock) {
        var keys = read(properties.trustedKeys());
        var decoder = NimbusReactiveJwtDecoder.withJwkSource(token -> Flux.<JWK>fromIterable(keys.getKeys())
                        .filter(key ->
                                Objects.equals(key.getKeyID(), token.getHeader().getKeyID())))
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        decoder.setJwtValidator(validator(properties.audience(), clock));
        return decoder;
    }

    private static OAuth2TokenValidator<Jwt> validator(String audience, Clock clock) {
        var times = new JwtTimestampValidator(SKEW);
        times.setClock(clock);
        return new DelegatingOAuth2TokenValidator<>(
                times,
                jwt -> result(jwt.getExpiresAt() != null, "The token does not expire"),
                jwt -> result(Objects.equals(jwt.getHeaders().get("kid"), issuer(jwt)), "The issuer is not the signer"),
                jwt -> result(jwt.getAudience() != null && jwt.getAudience().contains(audience), "Made for another"));
    }

    /** The name of a service is no URL, which {@link Jwt#getIssuer()} would insist on. */
    static String issuer(Jwt jwt) {
        return String.valueOf(jwt.getClaimAsString("iss"));
    }

    private static OAuth2TokenValidatorResult result(boolean valid, String otherwise) {
        return valid
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", otherwise, null));
    }

    private static JWKSet read(Path file) {
        try {
            return JWKSet.load(file.toFile()).toPublicJWKSet();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the trusted keys " + file, e);
        } catch (ParseException e) {
            throw new IllegalArgumentException(file + " is not a set of JWKs", e);
        }
    }
}
