package dev.slipway.cli.instance;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The ports on the loopback address, all counted from one base.
 *
 * @param base the number they are counted from
 */
public record Ports(int base) {
    private static final int HIGHEST_BASE = 65_000;

    /** Refuses a base that leaves no room for the ports. */
    public Ports {
        if (base < 1024 || base > HIGHEST_BASE) {
            throw new IllegalArgumentException("SLIPWAY_PORT_BASE must be between 1024 and " + HIGHEST_BASE);
        }
    }

    /** The port of PostgreSQL. */
    public int postgres() {
        return base + 32;
    }

    /** The gRPC port of Temporal's frontend. */
    public int temporal() {
        return base + 33;
    }

    /** The port of Temporal's HTTP interface. */
    public int temporalHttp() {
        return base + 37;
    }

    /** The port of the gateway, the only one meant for users. */
    public int gateway() {
        return base + 80;
    }

    /** The port of plan-service. */
    public int planService() {
        return base + 81;
    }

    /** The health port of provisioning-worker. */
    public int provisioningWorker() {
        return base + 82;
    }

    /** The health port of install-worker. */
    public int installWorker() {
        return base + 83;
    }

    /** Every port and what listens on it. */
    public Map<Integer, String> all() {
        Map<Integer, String> ports = new LinkedHashMap<>();
        ports.put(gateway(), "the gateway");
        ports.put(planService(), "plan-service");
        ports.put(provisioningWorker(), "provisioning-worker");
        ports.put(installWorker(), "install-worker");
        ports.put(postgres(), "PostgreSQL");
        for (int offset = 33; offset <= 37; offset++) {
            ports.put(base + offset, "Temporal");
        }
        for (int offset = 43; offset <= 46; offset++) {
            ports.put(base + offset, "Temporal");
        }
        return ports;
    }
}
