package dev.slipway.contracts.installation;

/** How flannel carries packets between nodes: encapsulated, or by routes in one broadcast domain. */
public enum FlannelBackend {
    VXLAN,
    HOST_GW
}
