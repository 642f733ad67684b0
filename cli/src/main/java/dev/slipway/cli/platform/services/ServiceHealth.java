package dev.slipway.cli.platform.services;

import dev.slipway.cli.instance.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks services whether they are ready. */
public final class ServiceHealth {
    private final Ports ports;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    /** Asks the services that listen on the given ports. */
    public ServiceHealth(Ports ports) {
        this.ports = ports;
    }

    /** Whether the service says that it is ready. */
    public boolean ready(Service service) {
        URI address = URI.create("http://127.0.0.1:" + service.port(ports) + "/actuator/health/readiness");
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(3)).build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
