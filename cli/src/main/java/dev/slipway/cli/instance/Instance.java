package dev.slipway.cli.instance;

import java.util.Map;

/**
 * One installation of the platform on this machine; another one has other folders, ports and another network.
 *
 * @param home its folders
 * @param ports its ports
 * @param network the network of its container hosts
 */
public record Instance(Home home, Ports ports, HostNetwork network) {
    /** The installation that the given environment variables describe. */
    public static Instance of(Map<String, String> environment) {
        return new Instance(
                Home.of(environment),
                new Ports(base(environment.getOrDefault("SLIPWAY_PORT_BASE", "7000"))),
                new HostNetwork(
                        environment.getOrDefault("SLIPWAY_NETWORK", "slipway"),
                        environment.getOrDefault("SLIPWAY_SUBNET", "172.30.0.0/16")));
    }

    /** The address of the API. */
    public String apiAddress() {
        return "http://127.0.0.1:" + ports.gateway();
    }

    private static int base(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("SLIPWAY_PORT_BASE must be a number, not " + text, e);
        }
    }
}
