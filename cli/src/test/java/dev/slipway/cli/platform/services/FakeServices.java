package dev.slipway.cli.platform.services;

import com.sun.net.httpserver.HttpServer;
import dev.slipway.cli.instance.FreePorts;
import dev.slipway.cli.instance.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** The health of all services, on free ports. */
public final class FakeServices implements AutoCloseable {
    private final List<HttpServer> servers = new ArrayList<>();
    private final Ports ports = FreePorts.from(20_000);

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

    @Override
    public void close() {
        servers.forEach(server -> server.stop(0));
    }
}
