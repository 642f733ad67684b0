package dev.slipway.gateway.token;

/** What the bearer of a token may do. */
public enum Role {
    /** Use Slipway. */
    USER,
    /** Also hand out and revoke tokens. */
    ADMINISTRATOR
}
