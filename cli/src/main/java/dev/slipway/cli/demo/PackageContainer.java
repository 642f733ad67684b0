package dev.slipway.cli.demo;

import dev.slipway.cli.docker.Docker;
import dev.slipway.cli.failure.ProblemException;
import dev.slipway.cli.instance.HostNetwork;
import dev.slipway.cli.waiting.Waiting;
import java.time.Duration;
import java.util.List;

/** The offline package as a container on the hosts' network. */
public final class PackageContainer {
    private static final int PORT = 8080;
    private static final Waiting PATIENCE = Waiting.upTo(Duration.ofMinutes(1));

    private final HostNetwork network;
    private final Docker docker;

    /** The package's container on the given network. */
    public PackageContainer(HostNetwork network, Docker docker) {
        this.network = network;
        this.docker = docker;
    }

    /** Where it serves. */
    public String url() {
        return "http://" + network.packageAddress() + ":" + PORT;
    }

    /**
     * Lets it run with the given image, on a network that is made when there is none, waits until it serves, and gives
     * the digest of its index.
     */
    public String ensure(String image) {
        if (!docker.hasNetwork(network.name())) {
            docker.createNetwork(network.name(), network.subnet(), network.bridgeAddress());
        }
        docker.allowPodTraffic(network.name());
        String container = network.name() + "-package";
        if (!docker.runs(container, image)) {
            docker.run(container, List.of("--network", network.name(), "--ip", network.packageAddress()), image);
        }
        return PATIENCE.answer(
                new ServedIndex(url())::sha256,
                () -> new ProblemException(
                        "The offline package at " + url() + " does not answer", "its log: docker logs " + container));
    }
}
