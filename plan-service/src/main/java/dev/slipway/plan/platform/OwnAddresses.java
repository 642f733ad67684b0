package dev.slipway.plan.platform;

import dev.slipway.plan.ipv4.AddressUse;
import dev.slipway.plan.ipv4.AddressUsers;
import dev.slipway.plan.ipv4.Ipv4;
import dev.slipway.plan.ipv4.NetworkUse;
import dev.slipway.plan.ipv4.Subnet;
import java.io.UncheckedIOException;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** The addresses and networks of this machine, looked up each time because networks come and go. */
@Component
final class OwnAddresses implements AddressUsers {
    private static final String OWN = "the platform's own machine";

    @Override
    public Flux<AddressUse> uses() {
        return present(address -> address(address).map(found -> new AddressUse(AddressUse.Kind.PLATFORM, OWN, found)));
    }

    @Override
    public Flux<NetworkUse> networks() {
        return present(address -> address(address)
                .map(found -> Subnet.around(found, address.getNetworkPrefixLength()))
                .map(network -> new NetworkUse(OWN, network)));
    }

    private static <T> Flux<T> present(Reading<T> reading) {
        return Flux.defer(() -> Flux.fromStream(interfaces().map(reading::of).flatMap(Optional::stream)))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static Stream<InterfaceAddress> interfaces() {
        try {
            return NetworkInterface.networkInterfaces().flatMap(one -> one.getInterfaceAddresses().stream());
        } catch (SocketException e) {
            throw new UncheckedIOException("Cannot read the addresses of this machine", e);
        }
    }

    private static Optional<Ipv4> address(InterfaceAddress address) {
        return Ipv4.parse(address.getAddress().getHostAddress());
    }

    /** What is read from the address of an interface, if it is one that counts. */
    @FunctionalInterface
    private interface Reading<T> {
        Optional<T> of(InterfaceAddress address);
    }
}
