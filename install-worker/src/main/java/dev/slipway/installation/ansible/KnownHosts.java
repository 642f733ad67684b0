package dev.slipway.installation.ansible;

import dev.slipway.toolkit.planservice.NodeAccess;
import java.util.Collection;
import java.util.stream.Collectors;

/** The pinned host keys in the form OpenSSH reads. */
final class KnownHosts {
    private static final int STANDARD_PORT = 22;

    private KnownHosts() {}

    static String of(Collection<NodeAccess> nodes) {
        return nodes.stream()
                .filter(node -> node.hostKey() != null)
                .map(node -> name(node) + " " + node.hostKey() + "\n")
                .collect(Collectors.joining());
    }

    private static String name(NodeAccess node) {
        return node.port() == STANDARD_PORT ? node.address() : "[" + node.address() + "]:" + node.port();
    }
}
