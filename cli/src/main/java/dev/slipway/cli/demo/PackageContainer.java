package dev.slipway.cli.demo;

import dev.slipway.cli.docker.Docker;
import dev.slipway.cli.failure.ProblemException;
import dev.slipway.cli.instance.HostNetwork;
import dev.slipway.cli.waiting.Waiting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** The offline package as a container on the hosts' network. */
public final class PackageContainer {
    private static final int PORT = 8080;
    private static final Waiting PATIENCE = Waiting.upTo(Duration.ofMinutes(1));

    private final HostNetwork network;
    private final Docker docker;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /** The package's container on the given network. */
    public PackageContainer(HostNetwork network, Docker docker) {
        this.network = network;
        this.docker = docker;
    }

    /** Where it serves. */
    public String url() {
        return "http://" + network.packageAddress() + ":" + PORT;
    }

    /** Lets it run with the given image, on a network that is made when there is none, and waits until it serves. */
    public void ensure(String image) {
        if (!docker.hasNetwork(network.name())) {
            docker.createNetwork(network.name(), network.subnet(), network.bridgeAddress());
        }
        docker.allowPodTraffic(network.name());
        String container = network.name() + "-package";
        if (!docker.runs(container, image)) {
            docker.run(container, List.of("--network", network.name(), "--ip", network.packageAddress()), image);
        }
        PATIENCE.until(
                this::serves,
                () -> new ProblemException(
                        "The offline package at " + url() + " does not answer", "its log: docker logs " + container));
    }

    private boolean serves() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/index.json"))
                .timeout(Duration.ofSeconds(3))
                .build();
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
