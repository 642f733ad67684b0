package dev.slipway.cli.instance;

import java.util.regex.Pattern;

/**
 * The Docker network of container hosts.
 *
 * @param name its name
 * @param subnet its addresses, a /16
 */
public record HostNetwork(String name, String subnet) {
    private static final Pattern SUBNET = Pattern.compile("\\d{1,3}\\.\\d{1,3}\\.0\\.0/16");

    /** Refuses a subnet of another size: zones and packages have fixed places in it. */
    public HostNetwork {
        if (!SUBNET.matcher(subnet).matches()) {
            throw new IllegalArgumentException("SLIPWAY_SUBNET must be a /16 such as 172.30.0.0/16, not " + subnet);
        }
    }

    /** The address of the bridge, which is this machine as hosts see it. */
    public String bridgeAddress() {
        return address(0, 1);
    }

    /** The address of the first offline package. */
    public String packageAddress() {
        return address(0, 10);
    }

    /** The address with the given last two numbers. */
    public String address(int third, int fourth) {
        return subnet.substring(0, subnet.indexOf(".0.0/")) + "." + third + "." + fourth;
    }
}
