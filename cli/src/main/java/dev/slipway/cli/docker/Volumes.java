package dev.slipway.cli.docker;

import dev.slipway.cli.external.ExternalProgramFailedException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The volumes of container hosts; one is there before its host's container is, so it is also found without one. */
final class Volumes {
    private static final String MOUNTED = "{{range .Mounts}}{{if eq .Type \"volume\"}}{{println .Name}}{{end}}{{end}}";

    private Volumes() {}

    /** Those that a container has. */
    static List<String> mountedBy(String container) {
        return Docker.docker("inspect", "--format", MOUNTED, container)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** Those that were made for hosts of such names. */
    static List<String> of(HostNames names) {
        return labelled(Docker.LABEL).stream().filter(names::has).toList();
    }

    /** Those that carry a label. */
    static List<String> labelled(String label) {
        return Docker.docker("volume", "ls", "--quiet", "--filter", "label=" + label)
                .lines()
                .toList();
    }

    /** Removes those that are still there. */
    static Removal remove(Collection<String> volumes) {
        List<String> present = Docker.docker("volume", "ls", "--quiet").lines().toList();
        List<String> removed = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (String volume : volumes.stream().filter(present::contains).toList()) {
            try {
                Docker.docker("volume", "rm", volume);
                removed.add(volume);
            } catch (ExternalProgramFailedException e) {
                left.add("volume %s: %s".formatted(volume, e.getMessage()));
            }
        }
        return new Removal(Removal.of("volume", removed).removed(), left);
    }
}
