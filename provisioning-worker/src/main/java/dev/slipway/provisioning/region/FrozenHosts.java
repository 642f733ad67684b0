package dev.slipway.provisioning.region;

import java.util.ArrayList;
import java.util.List;

/**
 * Container hosts that cannot be removed, as a process in them is frozen: with control groups version 1 it does not
 * even die of SIGKILL. A runc that is killed while it makes a pod leaves one.
 */
public final class FrozenHosts {
    private static final List<String> THAW = List.of(
            "run",
            "--rm",
            "--network=none",
            "--label=dev.slipway=true",
            "--volume=/sys/fs/cgroup:/sys/fs/cgroup",
            "--entrypoint=/usr/local/sbin/thaw-containers");

    private final ContainerEngine engine;

    /** Prepares the search among the hosts of a cluster. */
    public FrozenHosts(ContainerEngine engine) {
        this.engine = engine;
    }

    /** Thaws what is frozen and returns how often that was needed. */
    public int thaw() {
        var hosts = engine.ofCluster("ps", "--quiet", "--no-trunc");
        if (hosts.isEmpty()) {
            return 0;
        }
        var arguments = new ArrayList<>(THAW);
        arguments.addAll(engine.lines(List.of("inspect", "--format={{.Image}}", hosts.getFirst())));
        arguments.addAll(hosts);
        return engine.lines(arguments).size();
    }
}
