package dev.slipway.cli.purge;

import java.util.ArrayList;
import java.util.List;

/**
 * What a purge will do, told before it is done.
 *
 * @param holdings what the platform has
 * @param network the network that this installation has made
 * @param withDocker whether what is in Docker is meant, too
 */
record Consequence(Holdings holdings, String network, boolean withDocker) {
    /** What goes and what stays, a line each. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (withDocker) {
            holdings.clusters().keySet().forEach(cluster -> lines.add("removes the hosts of cluster " + cluster));
        }
        lines.addAll(staying());
        return lines;
    }

    /** What stays although a person could think it goes. */
    List<String> staying() {
        List<String> lines = new ArrayList<>();
        if (!withDocker) {
            holdings.clusters()
                    .keySet()
                    .forEach(cluster ->
                            lines.add("leaves the hosts of cluster %s: they go on running".formatted(cluster)));
        }
        holdings.registered()
                .forEach((cluster, hosts) -> lines.add(
                        "leaves the registered hosts %s: they keep cluster %s; to have them reset, first: slipway cluster delete %s --wait"
                                .formatted(String.join(", ", hosts), cluster, cluster)));
        holdings.networks().stream()
                .filter(used -> !used.equals(network))
                .forEach(used -> lines.add(
                        "leaves the network %s of a region: this installation has not made it".formatted(used)));
        String unseen = holdings.unseen();
        if (unseen != null) {
            lines.add(
                    ("could not look at registered hosts, nor at hosts on other networks than %s, so they are left (%s);"
                                    + " to have them looked at, first: slipway up --no-demo")
                            .formatted(network, unseen));
        }
        return lines;
    }
}
