package dev.slipway.plan.platform;

import dev.slipway.plan.ipv4.AddressUse;
import dev.slipway.plan.ipv4.AddressUsers;
import dev.slipway.plan.ipv4.Ipv4;
import java.io.UncheckedIOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** The addresses of this machine, looked up each time because networks come and go. */
@Component
final class OwnAddresses implements AddressUsers {
    @Override
    public Flux<AddressUse> uses() {
        return Flux.defer(() -> Flux.fromIterable(present())).subscribeOn(Schedulers.boundedElastic());
    }

    private static List<AddressUse> present() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .map(address -> Ipv4.parse(address.getHostAddress()))
                    .flatMap(Optional::stream)
                    .map(address -> new AddressUse(AddressUse.Kind.PLATFORM, "the platform's own machine", address))
                    .toList();
        } catch (SocketException e) {
            throw new UncheckedIOException("Cannot read the addresses of this machine", e);
        }
    }
}
