package dev.slipway.cli.docker;

import java.util.List;

/**
 * A network of the Docker engine.
 *
 * @param name its name
 * @param internal whether nothing on it reaches anything else
 * @param ours whether an installation on this machine has made it
 * @param subnets its addresses
 */
public record DockerNetwork(String name, boolean internal, boolean ours, List<String> subnets) {
    static final String FORMAT = "{{.Name}} {{.Internal}} {{eq (index .Labels \"dev.slipway\") \"true\"}}"
            + "{{range .IPAM.Config}} {{.Subnet}}{{end}}";

    /** A copy of the subnets is kept. */
    public DockerNetwork {
        subnets = List.copyOf(subnets);
    }

    static DockerNetwork of(String line) {
        List<String> words = List.of(line.strip().split(" ", -1));
        return new DockerNetwork(
                words.get(0),
                Boolean.parseBoolean(words.get(1)),
                Boolean.parseBoolean(words.get(2)),
                words.subList(3, words.size()));
    }

    /** Whether it has addresses of the given subnet. */
    public boolean overlaps(String subnet) {
        return subnets.stream().filter(Subnet::is).map(Subnet::of).anyMatch(Subnet.of(subnet)::overlaps);
    }
}
