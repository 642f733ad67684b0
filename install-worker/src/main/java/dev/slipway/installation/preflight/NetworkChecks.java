package dev.slipway.installation.preflight;

import dev.slipway.contracts.installation.NodeTarget;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges a host's way to names, to Services, to itself and from the other nodes. */
final class NetworkChecks {
    private final Requirements requirements;
    private final NodeTarget node;
    private final HostFacts facts;

    NetworkChecks(Requirements requirements, NodeTarget node, HostFacts facts) {
        this.requirements = requirements;
        this.node = node;
        this.facts = facts;
    }

    Stream<Finding> findings() {
        return Stream.concat(
                Stream.of(nameServer(), otherNameServer(), wayToServices(), ownAddress())
                        .flatMap(Optional::stream),
                firewalls());
    }

    private Optional<Finding> nameServer() {
        return errorUnless(
                facts.knows("nameserver"),
                "DNS",
                "%s names no name server, without which CoreDNS does not start".formatted(facts.text("resolver")),
                "name one there, or the gateway where the network has none: nameserver ADDRESS");
    }

    /** CoreDNS asks the servers that the host asks; on a loopback address that is CoreDNS itself. */
    private Optional<Finding> otherNameServer() {
        return errorUnless(
                facts.all("nameserver").stream().noneMatch(NetworkChecks::isLoopback),
                "DNS",
                "%s names a server on the host itself, so CoreDNS would ask itself and stop"
                        .formatted(facts.text("resolver")),
                "name the network's servers there, or let systemd-resolved run");
    }

    private static boolean isLoopback(String address) {
        return address.startsWith("127.") || address.equals("::1");
    }

    private Optional<Finding> wayToServices() {
        String services = requirements.installation().network().serviceNetwork();
        Subnet network = Subnet.parse(services);
        return errorUnless(
                facts.all("route").stream().map(Subnet::ofRoute).anyMatch(route -> route.contains(network)),
                "route",
                "there is no default route, and none to the Services (%s)".formatted(services),
                "add one, now and in the network's configuration: ip route add %s dev %s"
                        .formatted(services, facts.interfaceOf(node.address()).orElse("INTERFACE")));
    }

    private Optional<Finding> ownAddress() {
        List<String> addresses = facts.addresses();
        if (addresses.isEmpty()) {
            return errorUnless(false, "address", "the command ip does not tell the addresses", "install iproute2");
        }
        return errorUnless(
                addresses.contains(node.address()),
                "address",
                "no interface has the registered address %s, only %s"
                        .formatted(node.address(), String.join(", ", addresses)),
                "register an address of the host's own: a node cannot be behind address translation");
    }

    private Stream<Finding> firewalls() {
        String open = new HostPorts(requirements.installation(), node).reachable();
        return facts.all("firewall").stream()
                .map(firewall -> Finding.warning(
                        node.name(),
                        "firewall",
                        firewall + " is active",
                        "open %s for the other nodes and let packets of pods (%s) through, or switch it off"
                                .formatted(
                                        open,
                                        requirements.installation().network().podNetwork())));
    }

    private Optional<Finding> errorUnless(boolean good, String check, String message, String advice) {
        return good ? Optional.empty() : Optional.of(Finding.error(node.name(), check, message, advice));
    }
}
