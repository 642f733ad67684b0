package dev.slipway.toolkit.web;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

/** What the bearer of a service's token may do; a token for one Terraform state may do nothing else. */
final class InternalAuthorities implements Converter<Jwt, Collection<GrantedAuthority>> {
    static final String STATE_CLAIM = "state";
    static final String STATE_PREFIX = "STATE_";
    private static final String GATEWAY = "gateway";
    private static final String ADMINISTRATOR = "ADMINISTRATOR";

    @Override
    public Collection<GrantedAuthority> convert(Jwt token) {
        return names(token).<GrantedAuthority>map(SimpleGrantedAuthority::new).toList();
    }

    private static Stream<String> names(Jwt token) {
        var state = token.getClaimAsString(STATE_CLAIM);
        if (state != null) {
            return Stream.of(STATE_PREFIX + state);
        }
        if (!GATEWAY.equals(InternalTokens.issuer(token))) {
            return Stream.of("ROLE_WORKER");
        }
        var roles = token.getClaimAsStringList("roles");
        return Stream.concat(
                Stream.of("ROLE_USER"),
                (roles == null ? List.<String>of() : roles)
                        .stream().filter(ADMINISTRATOR::equals).map(role -> "ROLE_" + role));
    }
}
