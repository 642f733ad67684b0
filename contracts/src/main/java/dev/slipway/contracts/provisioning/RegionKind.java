package dev.slipway.contracts.provisioning;

/** The kinds of regions hosts can be made in. */
public enum RegionKind {
    CONTAINER_HOSTS
}
