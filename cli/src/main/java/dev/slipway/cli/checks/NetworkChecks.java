package dev.slipway.cli.checks;

import dev.slipway.cli.docker.DockerNetwork;
import dev.slipway.cli.docker.TakenSubnet;
import dev.slipway.cli.failure.ProblemException;
import dev.slipway.cli.instance.HostNetwork;
import dev.slipway.cli.instance.Instance;
import dev.slipway.cli.instance.KeptInstance;
import java.util.List;
import java.util.Optional;

/** Whether the hosts' network can be made, or is what it must be. */
public final class NetworkChecks {
    private final Instance instance;
    private final HostNetwork wanted;
    private final List<DockerNetwork> networks;

    /** The checks for the given installation, on a machine with these networks. */
    public NetworkChecks(Instance instance, List<DockerNetwork> networks) {
        this.instance = instance;
        this.wanted = instance.network();
        this.networks = List.copyOf(networks);
    }

    /** Refuses to go on with the first thing that is wrong; without hosts the network is not made. */
    public void run(boolean hostsWanted) {
        List<Check> checks = hostsWanted
                ? List.of(this::left, this::external, this::otherAddresses, this::taken)
                : List.of(this::left, this::external, this::otherAddresses);
        for (Check check : checks) {
            check.problem().ifPresent(problem -> {
                throw problem;
            });
        }
    }

    /** Hosts on the network of the last start would be left without a platform. */
    private Optional<ProblemException> left() {
        return KeptInstance.in(instance.home())
                .map(KeptInstance::network)
                .filter(kept -> !kept.equals(wanted.name()))
                .flatMap(this::network)
                .filter(DockerNetwork::ours)
                .map(kept -> new ProblemException(
                        "The hosts of this installation are on the network %s, not on %s"
                                .formatted(kept.name(), wanted.name()),
                        "go on with it: unset SLIPWAY_NETWORK",
                        "or remove everything first: SLIPWAY_NETWORK=%s slipway down --purge".formatted(kept.name())));
    }

    private Optional<ProblemException> external() {
        return network(wanted.name())
                .filter(network -> !network.internal())
                .map(network -> new ProblemException(
                        "The Docker network %s is not internal: hosts on it could reach other networks"
                                .formatted(network.name()),
                        remove(network),
                        "or take another name: SLIPWAY_NETWORK=%s-hosts ./slipway up".formatted(network.name())));
    }

    private Optional<ProblemException> otherAddresses() {
        return network(wanted.name())
                .filter(network -> !network.subnets().equals(List.of(wanted.subnet())))
                .map(network -> new ProblemException(
                        "The Docker network %s has the addresses %s, not %s"
                                .formatted(network.name(), String.join(" and ", network.subnets()), wanted.subnet()),
                        "go on with them, if they are a /16: SLIPWAY_SUBNET=%s ./slipway up"
                                .formatted(String.join(",", network.subnets())),
                        "or " + remove(network)));
    }

    private Optional<ProblemException> taken() {
        return network(wanted.name()).isPresent()
                ? Optional.empty()
                : new TakenSubnet(wanted.subnet(), networks).problem();
    }

    private Optional<DockerNetwork> network(String name) {
        return networks.stream().filter(network -> network.name().equals(name)).findFirst();
    }

    private static String remove(DockerNetwork network) {
        return network.ours()
                ? "remove it with the clusters on it: slipway down --purge"
                : "remove it when nothing needs it: docker network rm " + network.name();
    }
}
