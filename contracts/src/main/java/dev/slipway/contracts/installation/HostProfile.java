package dev.slipway.contracts.installation;

/** What kind of machine a host is: a real one, or a container that plays one. */
public enum HostProfile {
    STANDARD,
    CONTAINER
}
