package dev.slipway.plan.offlinepackage.verification;

import dev.slipway.plan.ipv4.Ipv4;
import dev.slipway.plan.offlinepackage.Fault;
import dev.slipway.plan.offlinepackage.FaultyPackage;
import io.netty.channel.ChannelOption;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.util.retry.Retry;

/** Reads packages over HTTP: small things whole, large ones as a stream of which only the digest is kept. */
final class PackageSource {
    private static final int RETRIES = 2;

    private static final int READ_PATIENCE = 6;

    private final WebClient client;
    private final PackageNetworks networks;
    private final Duration patience;

    PackageSource(PackageNetworks networks, Duration patience) {
        this.networks = networks;
        this.patience = patience;
        var connections =
                ConnectionProvider.builder("packages").maxConnections(8).build();
        var http = HttpClient.create(connections)
                .followRedirect(false)
                .resolver(new GuardedNames(networks))
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) patience.toMillis())
                .responseTimeout(patience);
        this.client = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http))
                .build();
    }

    /** Returns the bytes of something small; fails with {@link NotThere} or as unreachable. */
    Mono<byte[]> read(String address, String accept, int most) {
        return patient(
                exchange(address, accept)
                        .map(PackageSource::bytes)
                        .scanWith(Gathered::new, Gathered::with)
                        .doOnNext(gathered -> refuseMoreThan(most, gathered.size(), address))
                        .last()
                        .map(Gathered::bytes)
                        .timeout(patience.multipliedBy(READ_PATIENCE)),
                address);
    }

    /** Returns size and digest of something of any size, of which no more is read than there may be. */
    Mono<Content> measure(String address, String accept, long most) {
        return patient(
                Mono.defer(() -> {
                    var digest = Sha256.digest();
                    var size = new AtomicLong();
                    return exchange(address, accept)
                            .doOnNext(buffer -> {
                                var bytes = bytes(buffer);
                                refuseMoreThan(most, size.addAndGet(bytes.length), address);
                                digest.update(bytes);
                            })
                            .then(Mono.fromSupplier(() -> new Content(size.get(), Sha256.text(digest.digest()))));
                }),
                address);
    }

    private static void refuseMoreThan(long most, long size, String address) {
        if (size > most) {
            throw new FaultyPackage(
                    Fault.DAMAGED,
                    "%s is larger than the %d bytes it may have: see what serves the package there."
                            .formatted(address, most));
        }
    }

    private Flux<DataBuffer> exchange(String address, String accept) {
        var uri = URI.create(address);
        return isGuarded(uri)
                ? exchange(uri, address, accept)
                : Flux.error(unreachable(address, "is no address at which a package may be"));
    }

    /** A name is looked at when it is looked up; what is an address already never is. */
    private boolean isGuarded(URI uri) {
        var host = uri.getHost();
        return !host.startsWith("[") && Ipv4.parse(host).map(networks::allows).orElse(true);
    }

    private Flux<DataBuffer> exchange(URI uri, String address, String accept) {
        return client.get().uri(uri).header("Accept", accept).exchangeToFlux(response -> body(response, address));
    }

    private static Flux<DataBuffer> body(ClientResponse response, String address) {
        var status = response.statusCode();
        if (status.is2xxSuccessful()) {
            return response.bodyToFlux(DataBuffer.class);
        }
        var failure = status.isSameCodeAs(HttpStatus.NOT_FOUND)
                ? new NotThere(address)
                : unreachable(address, "answers with status " + status.value());
        return response.releaseBody().thenMany(Flux.error(failure));
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    /** A hiccup is no verdict, silence is. */
    private static <T> Mono<T> patient(Mono<T> attempt, String address) {
        return attempt.onErrorMap(
                        failure -> !(failure instanceof NotThere || failure instanceof FaultyPackage),
                        failure -> unreachable(address, reason(failure)))
                .retryWhen(Retry.backoff(RETRIES, Duration.ofMillis(200))
                        .filter(failure ->
                                failure instanceof FaultyPackage faulty && faulty.fault() == Fault.UNREACHABLE)
                        .onRetryExhaustedThrow((spec, signal) -> signal.failure()));
    }

    private static String reason(Throwable failure) {
        var cause = failure instanceof WebClientRequestException && failure.getCause() != null
                ? failure.getCause()
                : failure;
        return "does not answer (" + cause.getClass().getSimpleName() + ")";
    }

    private static FaultyPackage unreachable(String address, String reason) {
        return new FaultyPackage(Fault.UNREACHABLE, address + " " + reason + ".");
    }

    /** Size and digest of what was read. */
    record Content(long size, String sha256) {}
}
