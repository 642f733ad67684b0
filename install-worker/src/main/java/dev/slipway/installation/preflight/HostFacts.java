package dev.slipway.installation.preflight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a host told about itself, as the fact script wrote it. */
final class HostFacts {
    private static final int HEXADECIMAL = 16;
    private static final long KIB_PER_MIB = 1024;
    private static final Set<String> NOT_OF_THE_HOST = Set.of("lo", "cni0", "flannel.1", "kube-ipvs0");

    private final Map<String, List<String>> values;
    private final double skewSeconds;

    private HostFacts(Map<String, List<String>> values, double skewSeconds) {
        this.values = values;
        this.skewSeconds = skewSeconds;
    }

    /**
     * Reads the script's output.
     *
     * @param workerClock seconds since the epoch on the worker when the host read its own clock
     */
    static HostFacts parse(String output, double workerClock) {
        var values = new HashMap<String, List<String>>();
        output.lines().filter(line -> line.contains("=")).forEach(line -> {
            int separator = line.indexOf('=');
            values.computeIfAbsent(line.substring(0, separator), name -> new ArrayList<>())
                    .add(line.substring(separator + 1).strip());
        });
        var facts = new HostFacts(values, 0);
        return new HostFacts(values, facts.decimal("clock", workerClock) - workerClock);
    }

    /** Tells whether the script ran to its end. */
    boolean complete() {
        return is("end");
    }

    boolean is(String name) {
        return text(name).equals("yes");
    }

    /** Tells whether the host could find out at all. */
    boolean knows(String name) {
        return !text(name).isEmpty();
    }

    String text(String name) {
        return values.getOrDefault(name, List.of("")).getFirst();
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    long number(String name) {
        return Math.round(decimal(name, 0));
    }

    long mebibytes(String name) {
        return number(name) / KIB_PER_MIB;
    }

    Set<Integer> ports(String protocol) {
        return all(protocol).stream()
                .map(port -> Integer.parseInt(port, HEXADECIMAL))
                .collect(Collectors.toSet());
    }

    /** Returns the host's addresses but those of the loopback interface. */
    List<String> addresses() {
        return interfaces()
                .filter(parts -> !parts[0].equals("lo"))
                .map(parts -> parts[1].split("/", 2)[0])
                .toList();
    }

    /** Returns the name of the interface that has an address. */
    Optional<String> interfaceOf(String address) {
        return interfaces()
                .filter(parts -> parts[1].split("/", 2)[0].equals(address))
                .map(parts -> parts[0])
                .findFirst();
    }

    /** Returns the network that an address of the host is in. */
    Optional<Subnet> subnetOf(String address) {
        return interfaces()
                .map(parts -> parts[1])
                .filter(own -> own.split("/", 2)[0].equals(address))
                .map(Subnet::parse)
                .findFirst();
    }

    /** Returns the networks that the host is in, by interface and address, but for those that a cluster has made. */
    Map<String, Subnet> subnets() {
        return interfaces()
                .filter(parts -> !NOT_OF_THE_HOST.contains(parts[0]))
                .collect(Collectors.toMap(
                        parts -> String.join(" ", parts),
                        parts -> Subnet.parse(parts[1]),
                        (first, second) -> first,
                        TreeMap::new));
    }

    /** Names and addresses with their prefix lengths. */
    private Stream<String[]> interfaces() {
        return all("address").stream().map(line -> line.split(" ", 2)).filter(parts -> parts.length == 2);
    }

    /** Returns how many seconds the host's clock is ahead of the worker's. */
    double skewSeconds() {
        return skewSeconds;
    }

    /** Returns the architecture as Go names it. */
    String architecture() {
        String machine = text("architecture");
        return switch (machine) {
            case "x86_64" -> "amd64";
            case "aarch64" -> "arm64";
            default -> machine;
        };
    }

    private double decimal(String name, double otherwise) {
        try {
            return Double.parseDouble(text(name));
        } catch (NumberFormatException unknown) {
            return otherwise;
        }
    }
}
