package dev.slipway.cli.docker;

import java.util.List;

/**
 * How hosts on a network and their volumes are named: by the network and what follows. A network whose own name goes on
 * after this one keeps its hosts.
 *
 * @param network the name of the network
 * @param others the names of all networks of installations on this machine
 */
record HostNames(String network, List<String> others) {
    HostNames {
        String start = network + "-";
        others = others.stream().filter(other -> other.startsWith(start)).toList();
    }

    boolean has(String name) {
        return name.startsWith(network + "-") && others.stream().noneMatch(other -> name.startsWith(other + "-"));
    }
}
