package dev.slipway.gateway.security;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** What a request shows, not believed yet. */
final class PresentedToken extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final String text;

    PresentedToken(String text) {
        super(List.of());
        this.text = text;
    }

    @Override
    public String getCredentials() {
        return text;
    }

    @Override
    public String getPrincipal() {
        return "unknown";
    }
}
