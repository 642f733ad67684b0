package dev.slipway.contracts.provisioning;

/**
 * A region on this machine: hosts are containers.
 *
 * @param network name of the Docker network the hosts join
 * @param gateway address of the network's bridge
 * @param image the container host image
 */
public record ContainerHosts(String network, String gateway, String image) {}
