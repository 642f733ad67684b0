package dev.slipway.plan.cluster.rule;

import dev.slipway.plan.cluster.spec.ClusterDraft;
import dev.slipway.plan.ipv4.Subnet;
import dev.slipway.toolkit.web.Violation;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Pods and services get no addresses that machines keep for other purposes and never route. */
final class ReservedNetworkRule implements Rule {
    private static final List<Reserved> RESERVED = List.of(
            new Reserved("this network", "0.0.0.0/8"),
            new Reserved("loopback", "127.0.0.0/8"),
            new Reserved("link-local addresses", "169.254.0.0/16"),
            new Reserved("multicast and future use", "224.0.0.0/3"));

    @Override
    public Stream<Violation> check(ClusterDraft draft, Circumstances facts) {
        var networks = draft.networks();
        return Stream.concat(
                reserved("network.podNetwork", networks.podNetwork()),
                reserved("network.serviceNetwork", networks.serviceNetwork()));
    }

    private static Stream<Violation> reserved(String field, @Nullable String text) {
        return Subnet.parse(text).stream()
                .flatMap(network -> RESERVED.stream()
                        .filter(reserved -> network.overlaps(reserved.subnet()))
                        .map(reserved -> new Violation(
                                field,
                                "%s overlaps %s, which is kept for %s; choose a private network such as 10.244.0.0/16"
                                        .formatted(network, reserved.subnet(), reserved.purpose()))));
    }

    private record Reserved(String purpose, Subnet subnet) {
        Reserved(String purpose, String subnet) {
            this(purpose, Subnet.of(subnet));
        }
    }
}
