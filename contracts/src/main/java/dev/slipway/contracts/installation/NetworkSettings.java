package dev.slipway.contracts.installation;

/**
 * The networks of a cluster.
 *
 * @param podNetwork CIDR that pods get addresses from
 * @param serviceNetwork CIDR that Services get addresses from
 * @param nodeMask prefix length of the part of the pod network each node gets
 * @param podsPerNode most pods a node runs
 */
public record NetworkSettings(
        String podNetwork,
        String serviceNetwork,
        int nodeMask,
        int podsPerNode,
        FlannelBackend flannelBackend,
        ProxyMode proxyMode) {}
