package dev.slipway.cli.platform.purge;

import dev.slipway.cli.docker.Docker;
import dev.slipway.cli.instance.Instance;
import dev.slipway.cli.platform.files.PrivateFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Removes hosts, network and files of one installation, and says what it removed. */
public final class Purge {
    private final Instance instance;
    private final Docker docker;

    /** Removes what the given installation has made. */
    public Purge(Instance instance) {
        this.instance = instance;
        this.docker = new Docker();
    }

    /** Removes everything; the caches only when they are meant too. */
    public List<String> all(boolean caches) {
        List<String> removed = new ArrayList<>();
        if (docker.answers()) {
            docker.removeContainersOn(instance.network().name()).forEach(name -> removed.add("container " + name));
            if (docker.removeNetwork(instance.network().name())) {
                removed.add("network " + instance.network().name());
            }
        }
        folder(instance.home().data(), removed);
        folder(instance.home().configuration(), removed);
        if (caches) {
            docker.removeImages().forEach(image -> removed.add("image " + image));
            folder(instance.home().cache(), removed);
        }
        return removed.stream().map(what -> "removed " + what).toList();
    }

    private static void folder(Path folder, List<String> removed) {
        if (PrivateFiles.delete(folder)) {
            removed.add("folder " + folder);
        }
    }
}
