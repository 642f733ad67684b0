package dev.slipway.cli.docker;

import dev.slipway.cli.failure.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Addresses that no second network can have.
 *
 * @param subnet the addresses
 * @param networks the networks that there are
 */
public record TakenSubnet(String subnet, List<DockerNetwork> networks) {
    /** A copy of the networks is kept. */
    public TakenSubnet {
        networks = List.copyOf(networks);
    }

    /** What is wrong when one of the networks has them. */
    public Optional<ProblemException> problem() {
        return taker().map(taker -> new ProblemException(
                "The Docker network %s has addresses of %s, which the hosts' network is to have"
                        .formatted(taker.name(), subnet),
                waysOut(Optional.of(taker))));
    }

    /** What is wrong when the engine refuses them, whoever has them. */
    ProblemException refused(Exception cause) {
        return problem()
                .orElseGet(() -> new ProblemException(
                        "Docker does not give the addresses %s to the hosts' network: something has them"
                                .formatted(subnet),
                        cause,
                        waysOut(Optional.empty())));
    }

    /** Private addresses that no network has; those of this machine's other networks are not known. */
    public String free() {
        return IntStream.rangeClosed(16, 31)
                .mapToObj(number -> "172.%d.0.0/16".formatted(47 - number))
                .filter(candidate -> !candidate.equals(subnet))
                .filter(candidate -> networks.stream().noneMatch(network -> network.overlaps(candidate)))
                .findFirst()
                .orElse("10.213.0.0/16");
    }

    private Optional<DockerNetwork> taker() {
        return networks.stream().filter(network -> network.overlaps(subnet)).findFirst();
    }

    private String[] waysOut(Optional<DockerNetwork> taker) {
        List<String> ways = new ArrayList<>(List.of("take others: SLIPWAY_SUBNET=%s ./slipway up".formatted(free())));
        taker.ifPresent(network -> ways.add("or remove it when nothing needs it: docker network rm " + network.name()));
        return ways.toArray(String[]::new);
    }
}
