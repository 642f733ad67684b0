package dev.slipway.plan.offlinepackage.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.plan.BufferLeaks;
import dev.slipway.plan.ipv4.Subnet;
import dev.slipway.plan.offlinepackage.Fault;
import dev.slipway.plan.offlinepackage.FaultyPackage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What a server may do that is no package, or none that means well. */
class PackageSourceTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final AtomicInteger asked = new AtomicInteger();
    private final PackageSource source =
            new PackageSource(new PackageNetworks(List.of(Subnet.of("127.0.0.1/32"))), Duration.ofSeconds(2));
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/secret", exchange -> answer(exchange, 200, 10));
        server.createContext("/endless", exchange -> answer(exchange, 200, Integer.MAX_VALUE));
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", "/secret");
            answer(exchange, 302, 10);
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void followsNobodyElsewhere() {
        var fault = fault(source.read(at("127.0.0.1", "/moved"), "*/*", 100));

        assertThat(fault.fault()).isEqualTo(Fault.UNREACHABLE);
        assertThat(fault.sentence()).contains("answers with status 302");
        assertThat(asked).hasValue(0);
    }

    @Test
    void readsNoMoreThanThereMayBe() {
        assertThat(source.read(at("127.0.0.1", "/secret"), "*/*", 10).block(TIMEOUT))
                .hasSize(10);
        assertThat(fault(source.read(at("127.0.0.1", "/secret"), "*/*", 9)).fault())
                .isEqualTo(Fault.DAMAGED);
        assertThat(fault(source.read(at("127.0.0.1", "/endless"), "*/*", 1_000_000))
                        .fault())
                .isEqualTo(Fault.DAMAGED);
        assertThat(fault(source.measure(at("127.0.0.1", "/endless"), "*/*", 1_000_000))
                        .sentence())
                .contains("larger than the 1000000 bytes it may have");
    }

    @Test
    void asksNoAddressAtWhichNoPackageMayBe() {
        for (var host : List.of("127.0.0.2", "[::1]", "2130706434")) {
            var fault = fault(source.read(at(host, "/secret"), "*/*", 100));

            assertThat(fault.fault()).as(host).isEqualTo(Fault.UNREACHABLE);
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void looksNamesUpWhenItAsks() {
        assertThat(source.read(at("localhost", "/secret"), "*/*", 100).block(TIMEOUT))
                .hasSize(10);
    }

    @Test
    void leavesNoBufferBehindWhereverItStops() {
        try (var leaks = new BufferLeaks()) {
            fault(source.read(at("127.0.0.1", "/moved"), "*/*", 100));
            for (var round = 0; round < 8; round++) {
                fault(source.read(at("127.0.0.1", "/endless"), "*/*", 100_000));
                fault(source.measure(at("127.0.0.1", "/endless"), "*/*", 100_000));
                abandon(source.read(at("127.0.0.1", "/endless"), "*/*", Integer.MAX_VALUE));
                abandon(source.measure(at("127.0.0.1", "/endless"), "*/*", Long.MAX_VALUE));
            }

            assertThat(leaks.found()).isEmpty();
        }
    }

    private static void abandon(Mono<?> reading) {
        reading.timeout(Duration.ofMillis(50), Mono.empty()).block(TIMEOUT);
    }

    private String at(String host, String path) {
        return "http://" + host + ":" + server.getAddress().getPort() + path;
    }

    private static FaultyPackage fault(Mono<?> attempt) {
        return catchThrowableOfType(FaultyPackage.class, () -> attempt.block(TIMEOUT));
    }

    private void answer(HttpExchange exchange, int status, int size) throws IOException {
        if (status == 200) {
            asked.incrementAndGet();
        }
        exchange.sendResponseHeaders(status, size);
        try (var body = exchange.getResponseBody()) {
            for (var sent = 0; sent < size; sent += 10) {
                body.write("0123456789".getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException gone) {
            // Whoever asked has read enough.
        }
    }
}
