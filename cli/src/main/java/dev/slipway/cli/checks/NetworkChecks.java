package dev.slipway.cli.checks;

import dev.slipway.cli.docker.DockerNetwork;
import dev.slipway.cli.docker.TakenSubnet;
import dev.slipway.cli.failure.ProblemException;
import dev.slipway.cli.instance.HostNetwork;
import dev.slipway.cli.instance.Instance;
import dev.slipway.cli.instance.KeptInstance;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Whether the hosts' network can be made, or is what it must be. */
public final class NetworkChecks {
    private final Instance instance;
    private final HostNetwork wanted;
    private final List<DockerNetwork> networks;
    private final Function<String, List<String>> hosts;

    /**
     * The checks for the given installation, on a machine with these networks.
     *
     * @param hosts gives the names of the containers on one of them
     */
    public NetworkChecks(Instance instance, List<DockerNetwork> networks, Function<String, List<String>> hosts) {
        this.instance = instance;
        this.wanted = instance.network();
        this.networks = List.copyOf(networks);
        this.hosts = hosts;
    }

    /** Refuses to go on with the first thing that is wrong; without hosts the network is not made. */
    public void run(boolean hostsWanted) {
        List<Check> checks = hostsWanted
                ? List.of(this::left, this::external, this::otherAddresses, this::strangers, this::taken)
                : List.of(this::left, this::external, this::otherAddresses, this::strangers);
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

    /** An installation that begins knows no hosts: those it finds would only be told by names that are taken. */
    private Optional<ProblemException> strangers() {
        if (KeptInstance.in(instance.home()).isPresent()) {
            return Optional.empty();
        }
        return network(wanted.name())
                .map(network -> hosts.apply(network.name()))
                .filter(found -> !found.isEmpty())
                .map(found -> new ProblemException(
                        "The Docker network %s has hosts of another installation: %s"
                                .formatted(wanted.name(), String.join(", ", found)),
                        "if that installation is gone, remove its hosts: SLIPWAY_NETWORK=%s slipway down --purge"
                                .formatted(wanted.name()),
                        "or leave them, and take a network of your own: SLIPWAY_NETWORK=%s-second SLIPWAY_SUBNET=%s"
                                        .formatted(wanted.name(), new TakenSubnet(wanted.subnet(), networks).free())
                                + " ./slipway up"));
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
