package dev.slipway.cli.platform.services;

import com.sun.net.httpserver.HttpServer;
import dev.slipway.cli.instance.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The health of all services, on free ports. */
public final class FakeServices implements AutoCloseable {
    private final List<HttpServer> servers = new ArrayList<>();
    private final Ports ports = freePorts();

    /** Lets those of the given names be ready. */
    public FakeServices(List<Service> ready) throws IOException {
        for (Service service : Service.values()) {
            HttpServer server =
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), service.port(ports)), 0);
            server.createContext("/actuator/health/readiness", exchange -> {
                exchange.sendResponseHeaders(ready.contains(service) ? 200 : 503, -1);
                exchange.close();
            });
            server.start();
            servers.add(server);
        }
    }

    /** Where they listen. */
    public Ports ports() {
        return ports;
    }

    private static Ports freePorts() {
        return IntStream.iterate(20_000, base -> base + 500)
                .mapToObj(Ports::new)
                .filter(found -> found.all().keySet().stream().allMatch(FakeServices::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        servers.forEach(server -> server.stop(0));
    }
}
