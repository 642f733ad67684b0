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
    /** The installation that the given environment variables describe; what they leave out is as it was kept. */
    public static Instance of(Map<String, String> environment) {
        Home home = Home.of(environment);
        KeptInstance kept = KeptInstance.in(home).orElse(KeptInstance.USUAL);
        return new Instance(
                home,
                new Ports(base(environment.getOrDefault("SLIPWAY_PORT_BASE", Integer.toString(kept.portBase())))),
                new HostNetwork(
                        environment.getOrDefault("SLIPWAY_NETWORK", kept.network()),
                        environment.getOrDefault("SLIPWAY_SUBNET", kept.subnet())));
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
