package dev.slipway.cli.platform.purge;

import dev.slipway.cli.docker.Docker;
import dev.slipway.cli.instance.Instance;
import dev.slipway.cli.offlinepackage.build.OwnImages;
import dev.slipway.cli.offlinepackage.build.PackageFolders;
import dev.slipway.cli.platform.files.PrivateFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Removes hosts, network and files of one installation, and says what it removed. */
public final class Purge {
    private final Instance instance;
    private final Docker docker;
    private final OwnImages packages;

    /** Removes what the given installation has made. */
    public Purge(Instance instance) {
        this.instance = instance;
        this.docker = new Docker();
        this.packages = new OwnImages(new PackageFolders(
                instance.home().checkout().resolve("infra/packages"),
                instance.home().cache(),
                instance.home().keys()));
    }

    /** Removes everything; the caches only when they are meant too. */
    public List<String> all(boolean caches) {
        List<String> removed = new ArrayList<>();
        if (docker.answers()) {
            engine(caches, removed);
        }
        folder(instance.home().memory("ansible"), removed);
        folder(instance.home().memory("terraform"), removed);
        folder(instance.home().data(), removed);
        folder(instance.home().configuration(), removed);
        if (caches) {
            folder(instance.home().cache(), removed);
        }
        return removed.stream().map(what -> "removed " + what).toList();
    }

    private void engine(boolean caches, List<String> removed) {
        String network = instance.network().name();
        docker.removeContainersOn(network).forEach(name -> removed.add("container " + name));
        if (docker.removeNetwork(network)) {
            removed.add("network " + network);
        }
        packages.remove().forEach(image -> removed.add("image " + image));
        if (caches) {
            docker.removeHostImages().forEach(image -> removed.add("image " + image));
        }
    }

    private static void folder(Path folder, List<String> removed) {
        if (PrivateFiles.delete(folder)) {
            removed.add("folder " + folder);
        }
    }
}
