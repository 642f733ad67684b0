package dev.slipway.gateway.security;

import dev.slipway.gateway.token.BearerToken;
import dev.slipway.gateway.token.Role;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Who is calling: the bearer of a known token. */
public final class Caller extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient BearerToken token;

    Caller(BearerToken token) {
        super(token.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList());
        this.token = token;
        setAuthenticated(true);
    }

    /** Returns the name of the user. */
    public String user() {
        return token.userName();
    }

    /** Returns what the user may do. */
    public List<Role> roles() {
        return token.roles();
    }

    /** Returns the token's record. */
    public BearerToken token() {
        return token;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return user();
    }
}
