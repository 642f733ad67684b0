package dev.slipway.plan.offlinepackage.verification;

import dev.slipway.plan.ipv4.Ipv4;
import dev.slipway.plan.ipv4.Subnet;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where packages may be. Whoever registers one makes the platform ask its address: never one that is this machine's own
 * or that only this machine can reach, but for the networks the platform itself was given for packages.
 */
public final class PackageNetworks {
    /** At which clouds tell a machine its secrets, besides link-local addresses. */
    private static final Set<Ipv4> METADATA =
            Set.of(Ipv4.of("100.100.100.200"), Ipv4.of("168.63.129.16"), Ipv4.of("192.0.0.192"));

    private final List<Subnet> given;

    /** Allows these networks besides what is allowed anyhow. */
    public PackageNetworks(List<Subnet> given) {
        this.given = List.copyOf(given);
    }

    /** Tells what speaks against a host, by address or name; looks names up, so not for the event loop. */
    public Optional<String> fault(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host))
                    .filter(address -> !allows(address))
                    .findFirst()
                    .map(PackageNetworks::fault);
        } catch (UnknownHostException notYetKnown) {
            return Optional.empty();
        }
    }

    private static String fault(InetAddress address) {
        return "leads to %s, which only the platform's own machine can reach, or which is no IPv4 address; give the IPv4 address at which hosts reach the package, as http://172.30.0.10:8080"
                .formatted(address.getHostAddress());
    }

    boolean allows(InetAddress address) {
        return Ipv4.parse(address.getHostAddress()).filter(this::allows).isPresent();
    }

    boolean allows(Ipv4 address) {
        return given.stream().anyMatch(network -> network.contains(address))
                || (address.isReachable() && !METADATA.contains(address));
    }
}
