package dev.slipway.cli.checks;

import dev.slipway.cli.failure.ProblemException;
import dev.slipway.cli.instance.Home;
import dev.slipway.cli.instance.Instance;
import dev.slipway.cli.instance.KeptInstance;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What this machine must have for the platform: free ports, disk and memory. */
public final class MachineChecks {
    private static final long MEBIBYTE = 1L << 20;
    /** Once everything is built: logs, databases, hosts and the work on the next package. */
    private static final long LEAST_DISK = 10_240 * MEBIBYTE;
    /** What the README asks for: a first build leaves 20 GB of what it fetched and compiled. */
    private static final long FIRST_DISK = 30_000_000_000L;

    private static final long LEAST_MEMORY = 4_096 * MEBIBYTE;
    /** What a platform takes that was there before: whatever else this machine runs has room already. */
    private static final long DISK_AGAIN = 1_024 * MEBIBYTE;

    private static final long MEMORY_AGAIN = 1_536 * MEBIBYTE;

    private final Instance instance;
    private final MachineFacts facts;

    /** The checks for the given installation. */
    public MachineChecks(Instance instance, MachineFacts facts) {
        this.instance = instance;
        this.facts = facts;
    }

    /**
     * Refuses to go on with the first thing that is wrong; a platform that runs has its memory, and most often ports.
     * Where everything that is wanted was made before, it only has to come back.
     */
    public void run(boolean platformRuns, boolean demoWanted) {
        boolean again = again(demoWanted);
        List<Check> checks = new ArrayList<>(List.of(() -> disk(again)));
        if (!platformRuns) {
            checks.add(() -> memory(again ? MEMORY_AGAIN : LEAST_MEMORY));
        }
        if (!platformRuns || moves()) {
            checks.addFirst(this::ports);
        }
        for (Check check : checks) {
            check.problem().ifPresent(problem -> {
                throw problem;
            });
        }
    }

    private boolean again(boolean demoWanted) {
        Home home = instance.home();
        return KeptInstance.in(home).isPresent()
                && Files.isDirectory(home.data().resolve("postgres"))
                && Files.isDirectory(home.cache().resolve("go-programs"))
                && (!demoWanted || (built(home.cache()) && Files.exists(home.kubeconfig(Home.DEMO))));
    }

    /** Whether the platform was last started with other ports than it is to have now. */
    private boolean moves() {
        return KeptInstance.in(instance.home())
                .filter(kept -> kept.portBase() != instance.ports().base())
                .isPresent();
    }

    private Optional<ProblemException> ports() {
        for (Map.Entry<Integer, String> port : instance.ports().all().entrySet()) {
            if (!free(port.getKey())) {
                return Optional.of(new ProblemException(
                        "Port %d, which %s needs, is in use by another program"
                                .formatted(port.getKey(), port.getValue()),
                        "see which: ss -ltnp 'sport = :%d'".formatted(port.getKey()),
                        "or move all ports for good: SLIPWAY_PORT_BASE=%d slipway up"
                                .formatted(instance.ports().base() + 1000)));
            }
        }
        return Optional.empty();
    }

    private Optional<ProblemException> disk(boolean again) {
        Path cache = instance.home().cache();
        long least = again ? DISK_AGAIN : LEAST_DISK;
        String move = "free some space, or move the folder: XDG_DATA_HOME and XDG_CACHE_HOME";
        return disk(cache, again || built(cache) ? least : FIRST_DISK, move)
                .or(() -> disk(instance.home().data(), least, move))
                .or(() -> facts.dockerFolder()
                        .flatMap(docker -> disk(
                                docker,
                                least,
                                "free some space (docker system df tells what takes it), or move Docker's folder")));
    }

    private Optional<ProblemException> disk(Path folder, long needed, String wayOut) {
        long free = facts.freeDisk(existing(folder));
        return free >= needed
                ? Optional.empty()
                : Optional.of(new ProblemException(
                        "Only %d MiB are free on the disk of %s; %d MiB are needed"
                                .formatted(free / MEBIBYTE, folder, needed / MEBIBYTE),
                        wayOut));
    }

    private static boolean built(Path cache) {
        return Files.isDirectory(cache.resolve("packages/components"));
    }

    private Optional<ProblemException> memory(long needed) {
        long free = facts.availableMemory();
        return free >= needed
                ? Optional.empty()
                : Optional.of(new ProblemException(
                        "Only %d MiB of memory are available; %d MiB are needed"
                                .formatted(free / MEBIBYTE, needed / MEBIBYTE),
                        "stop other programs (the largest: ps -eo rss,comm --sort=-rss | head), and try again"));
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static Path existing(Path folder) {
        Path candidate = folder;
        while (!Files.exists(candidate) && candidate.getParent() != null) {
            candidate = candidate.getParent();
        }
        return candidate;
    }
}
