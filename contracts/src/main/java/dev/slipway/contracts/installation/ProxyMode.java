package dev.slipway.contracts.installation;

/** How kube-proxy programs Services on the nodes. */
public enum ProxyMode {
    IPTABLES,
    NFTABLES
}
