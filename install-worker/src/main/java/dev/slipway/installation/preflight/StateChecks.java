package dev.slipway.installation.preflight;

import dev.slipway.contracts.failure.FailureType;
import dev.slipway.contracts.installation.InstallationRequest;
import dev.slipway.contracts.installation.NodeTarget;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Judges what is already on a host: ports, an earlier cluster, the way to the package. */
final class StateChecks {
    private final Requirements requirements;
    private final NodeTarget node;
    private final HostFacts facts;

    StateChecks(Requirements requirements, NodeTarget node, HostFacts facts) {
        this.requirements = requirements;
        this.node = node;
        this.facts = facts;
    }

    Stream<Finding> findings() {
        // A host this very cluster was being installed on carries its mark, and all of this is its own.
        Stream<Finding> state =
                carriesOwnMark() ? Stream.empty() : Stream.concat(new Remains(node, facts).findings(), ports());
        return Stream.concat(state, offlinePackage());
    }

    private boolean carriesOwnMark() {
        return facts.text("mark").equals(installation().operation().clusterId());
    }

    private Stream<Finding> ports() {
        var ports = new HostPorts(installation(), node);
        return Stream.concat(taken("tcp", ports.tcp()), taken("udp", ports.udp()));
    }

    private Stream<Finding> taken(String protocol, Set<Integer> needed) {
        Set<Integer> used = facts.ports(protocol);
        return needed.stream()
                .filter(used::contains)
                .map(port -> Finding.error(
                        node.name(),
                        "port",
                        "%s port %d is in use".formatted(protocol.toUpperCase(Locale.ROOT), port),
                        "stop what listens there"));
    }

    private Stream<Finding> offlinePackage() {
        String url = installation().packageUrl();
        if (facts.is("package")) {
            return Stream.empty();
        }
        return facts.knows("package")
                ? Stream.of(Finding.error(
                                node.name(),
                                "package",
                                "the package at %s does not answer this host".formatted(url),
                                "open the way from the host to the package")
                        .named(FailureType.PACKAGE_UNREACHABLE))
                : Stream.of(Finding.warning(
                        node.name(),
                        "package",
                        "bash or timeout is missing, so the way to the package was not tried",
                        "see that the host reaches " + url));
    }

    private InstallationRequest installation() {
        return requirements.installation();
    }
}
