package dev.slipway.cli.docker;

import dev.slipway.cli.external.ExternalProgram;
import dev.slipway.cli.external.ExternalProgramFailedException;
import dev.slipway.cli.external.MissingProgramException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What we ask the Docker engine for; everything of ours has a label. */
public final class Docker {
    /** The image of container hosts; its tools also help with what only the machine itself can do. */
    static final String HOST_IMAGE = "slipway/container-host:latest";

    /** The label of everything that is ours. */
    public static final String LABEL = "dev.slipway=true";

    /** The label that names the cluster of a host and of its volumes. */
    private static final String CLUSTER_LABEL = "dev.slipway.cluster";

    /** Whether there is an engine that answers. */
    public boolean answers() {
        return succeeds("version");
    }

    /** Where the engine keeps images and volumes; empty when there is none that answers. */
    public Optional<Path> folder() {
        try {
            return Optional.of(
                    Path.of(docker("info", "--format", "{{.DockerRootDir}}").strip()));
        } catch (ExternalProgramFailedException | MissingProgramException e) {
            return Optional.empty();
        }
    }

    /** Whether there is a network of the given name. */
    public boolean hasNetwork(String name) {
        return succeeds("network", "inspect", name);
    }

    /** Makes an internal network: what is on it reaches no other network. */
    public void createNetwork(String name, String subnet, String gateway) {
        try {
            docker("network", "create", "--internal", "--label", LABEL, "--subnet", subnet, "--gateway", gateway, name);
        } catch (ExternalProgramFailedException e) {
            if (String.valueOf(e.getMessage()).contains("Pool overlaps")) {
                throw new TakenSubnet(subnet, networks()).refused(e);
            }
            throw e;
        }
    }

    /** All networks; none when there is no engine that answers. */
    public List<DockerNetwork> networks() {
        return answers()
                ? docker("network", "ls", "--quiet")
                        .lines()
                        .flatMap(id -> network(id).stream())
                        .toList()
                : List.of();
    }

    private static Optional<DockerNetwork> network(String id) {
        try {
            return Optional.of(DockerNetwork.of(docker("network", "inspect", "--format", DockerNetwork.FORMAT, id)));
        } catch (ExternalProgramFailedException e) {
            // It was removed in between.
            return Optional.empty();
        }
    }

    /** Lets hosts on a network exchange packets of their pods; repeated, as a machine's restart forgets it. */
    public void allowPodTraffic(String network) {
        bridgeTraffic(network).allow();
    }

    /** Lets hosts exchange packets of their pods again when the network is ours; it is their image that does it. */
    public void restorePodTraffic(String network) {
        boolean ours = networks().stream()
                .anyMatch(known -> known.ours() && known.name().equals(network));
        if (ours && hasHostImage()) {
            allowPodTraffic(network);
        }
    }

    /** Whether the image of container hosts is there. */
    boolean hasHostImage() {
        return succeeds("image", "inspect", HOST_IMAGE);
    }

    /** Whether a container runs exactly the image that has the given name now. */
    public boolean runs(String container, String image) {
        try {
            String running = docker("inspect", "--format", "{{if .State.Running}}{{.Image}}{{end}}", container);
            return running.strip()
                    .equals(docker("image", "inspect", "--format", "{{.Id}}", image)
                            .strip());
        } catch (ExternalProgramFailedException e) {
            return false;
        }
    }

    /** Runs a container until it is stopped by hand. */
    public void run(String container, List<String> options, String image) {
        if (succeeds("inspect", container)) {
            remove(container);
        }
        ExternalProgram.of("docker", "run", "--detach", "--name", container, "--label", LABEL)
                .and(List.of("--restart", "unless-stopped"))
                .and(options)
                .and(List.of(image))
                .run();
    }

    /** Removes our containers on a network, also those that are not on it yet, and all volumes made for hosts on it. */
    public Removal removeHostsOn(String network) {
        HostNames names = new HostNames(network, ourNetworks());
        Set<String> containers = new LinkedHashSet<>(containers("network=" + network));
        containers("label=" + LABEL).stream().filter(names::has).forEach(containers::add);
        return remove(containers, Volumes.of(names));
    }

    /** Removes the hosts of the clusters of these ids and their volumes, on whatever networks they are. */
    public Removal removeHostsOf(Collection<String> clusters) {
        Set<String> containers = new LinkedHashSet<>();
        List<String> volumes = new ArrayList<>();
        for (String cluster : clusters) {
            containers.addAll(containers("label=" + CLUSTER_LABEL + "=" + cluster));
            volumes.addAll(Volumes.labelled(CLUSTER_LABEL + "=" + cluster));
        }
        return remove(containers, volumes);
    }

    private Removal remove(Set<String> containers, List<String> known) {
        Set<String> volumes = new LinkedHashSet<>();
        containers.forEach(container -> volumes.addAll(Volumes.mountedBy(container)));
        volumes.addAll(known);
        containers.forEach(this::remove);
        return Removal.of("container", List.copyOf(containers)).and(Volumes.remove(volumes));
    }

    /** The names of our containers on a network, running or not; none when there is no engine that answers. */
    public List<String> hostsOn(String network) {
        return answers() ? containers("network=" + network) : List.of();
    }

    private static List<String> ourNetworks() {
        return docker("network", "ls", "--filter", "label=" + LABEL, "--format", "{{.Name}}")
                .lines()
                .toList();
    }

    private static List<String> containers(String filter) {
        return docker("ps", "--all", "--filter", "label=" + LABEL, "--filter", filter, "--format", "{{.Names}}")
                .lines()
                .toList();
    }

    /** Removes a network and says whether there was one. */
    public boolean removeNetwork(String name) {
        if (!hasNetwork(name)) {
            return false;
        }
        // Without the image no rule was ever set.
        if (hasHostImage()) {
            bridgeTraffic(name).forget();
        }
        docker("network", "rm", name);
        return true;
    }

    private static BridgeTraffic bridgeTraffic(String network) {
        return new BridgeTraffic(docker("network", "inspect", "--format", "{{.Id}}", network));
    }

    /** Removes the images of container hosts; those that hosts of another installation use stay. */
    public Removal removeHostImages() {
        List<String> removed = new ArrayList<>();
        List<String> left = new ArrayList<>();
        docker("images", "--format", "{{.Repository}}:{{.Tag}}", "--filter", "reference=slipway/container-host*")
                .lines()
                .forEach(image -> {
                    try {
                        docker("rmi", image);
                        removed.add(image);
                    } catch (ExternalProgramFailedException e) {
                        left.add("image %s: %s".formatted(image, e.getMessage()));
                    }
                });
        // All hosts of this installation are gone.
        left.removeIf(reason -> reason.contains("is using its referenced image"));
        return new Removal(Removal.of("image", removed).removed(), left);
    }

    /** What cannot be stopped is thawed, which is all that is known to help. */
    private void remove(String container) {
        try {
            docker("rm", "--force", "--volumes", container);
        } catch (ExternalProgramFailedException stuck) {
            FrozenProcesses.thaw(this, container);
            docker("rm", "--force", "--volumes", container);
        }
    }

    private static boolean succeeds(String... arguments) {
        try {
            docker(arguments);
            return true;
        } catch (ExternalProgramFailedException | MissingProgramException e) {
            return false;
        }
    }

    static String docker(String... arguments) {
        return ExternalProgram.of("docker").and(List.of(arguments)).run();
    }
}
