package dev.slipway.cli.purge;

import dev.slipway.cli.command.Surroundings;
import dev.slipway.cli.docker.Docker;
import dev.slipway.cli.docker.Removal;
import dev.slipway.cli.failure.ProblemException;
import dev.slipway.cli.files.FolderTree;
import dev.slipway.cli.instance.Home;
import dev.slipway.cli.instance.Instance;
import dev.slipway.cli.instance.KeptInstance;
import dev.slipway.cli.offlinepackage.OfflinePackages;
import dev.slipway.cli.progress.Detail;
import dev.slipway.cli.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Removes hosts, network and files of one installation, and says what it removes and what it leaves. */
public final class Purge {
    /** How many steps it has. */
    public static final int STEPS = 2;

    private final Instance instance;
    private final Holdings holdings;
    private final boolean withDocker;
    private final BooleanSupplier answers;
    private final Docker docker = new Docker();

    /** Removes what the installation of a command has made; what it has made in Docker only when that is meant too. */
    public static Purge of(Surroundings surroundings, boolean withDocker) {
        Instance instance = surroundings.instance();
        Holdings holdings = Files.exists(instance.home().kept()) ? Holdings.of(surroundings::api) : Holdings.none();
        return new Purge(instance, holdings, withDocker, new Docker()::answers);
    }

    Purge(Instance instance, Holdings holdings, boolean withDocker, BooleanSupplier answers) {
        this.instance = instance;
        this.holdings = holdings;
        this.withDocker = withDocker;
        this.answers = answers;
    }

    /** What will be removed and what will stay, for who is asked whether to go on. */
    public List<String> consequences() {
        return consequence().lines();
    }

    /** What stays although it belongs to a cluster of this installation, or may. */
    public List<String> staying() {
        return consequence().staying();
    }

    private Consequence consequence() {
        return new Consequence(holdings, instance.network().name(), withDocker);
    }

    /** Refuses to go on when the clusters' hosts cannot be removed: without their platform nobody can manage them. */
    public void check() {
        requireOwnNetwork();
        requireDocker();
    }

    private void requireOwnNetwork() {
        String wanted = instance.network().name();
        KeptInstance.in(instance.home())
                .map(KeptInstance::network)
                .filter(kept -> !kept.equals(wanted))
                .ifPresent(kept -> {
                    throw new ProblemException(
                            "The hosts of this installation are on the network %s, not on %s; nothing was removed"
                                    .formatted(kept, wanted),
                            "purge what it has: SLIPWAY_NETWORK=%s slipway down --purge".formatted(kept));
                });
    }

    private void requireDocker() {
        if (withDocker && !answers.getAsBoolean()) {
            throw new ProblemException(
                    "Docker does not answer, so the clusters' hosts cannot be removed; nothing was removed",
                    "start Docker, or join its group (sudo usermod -aG docker $USER, then log in again)",
                    "then purge again: slipway down --purge",
                    "or leave containers, networks, volumes and images of the clusters behind:"
                            + " slipway down --purge --without-docker");
        }
    }

    /** Removes everything; the caches only when they are meant too. */
    public Removal all(boolean caches, Progress progress) {
        check();
        Removal hosts = progress.step(
                "Hosts, networks and images", () -> withDocker ? engine(caches) : Removal.of("", List.of()));
        return hosts.and(progress.step(caches ? "Data and caches" : "Data", detail -> folders(caches, detail)));
    }

    private Removal engine(boolean caches) {
        String network = instance.network().name();
        return docker.removeHostsOf(holdings.clusters().values())
                .and(docker.removeHostsOn(network))
                .and(Removal.of("network", docker.removeNetwork(network) ? List.of(network) : List.of()))
                .and(new OfflinePackages(instance.home()).removeImages())
                .and(caches ? docker.removeHostImages() : Removal.of("image", List.of()));
    }

    private Removal folders(boolean caches, Detail detail) {
        Home home = instance.home();
        List<Path> folders =
                new ArrayList<>(List.of(home.memory("ansible"), home.memory("terraform"), home.configuration()));
        if (caches) {
            folders.add(home.cache());
        }
        // With the lock that others wait for in it, so last.
        folders.add(home.data());
        List<String> removed = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (Path folder : folders) {
            detail.is(folder.toString());
            try {
                if (FolderTree.delete(folder)) {
                    removed.add(folder.toString());
                }
            } catch (IOException e) {
                left.add("folder %s: %s cannot be removed".formatted(folder, e.getMessage()));
            }
        }
        return new Removal(Removal.of("folder", removed).removed(), left);
    }
}
