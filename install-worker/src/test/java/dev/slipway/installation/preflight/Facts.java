package dev.slipway.installation.preflight;

import dev.slipway.contracts.installation.HostProfile;
import dev.slipway.contracts.installation.NodeTarget;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Facts of a host that is fit, changed as a test needs them. */
final class Facts {
    private static final String FIT = """
            clock=1000.5
            hostname=worker-1
            machine-id=0123456789abcdef
            root=yes
            product-uuid=
            os=debian
            os-version=12
            os-name=Debian GNU/Linux 12 (bookworm)
            architecture=x86_64
            cpus=4
            memory-kib=8388608
            disk-kib=52428800
            control-groups=2
            systemd=yes
            python=3.11
            mark=
            tcp=0016
            udp=0044
            resolver=/etc/resolv.conf
            nameserver=192.0.2.53
            route=00000000 00000000
            package=yes
            end=yes
            """;

    private final Map<String, String> values = new LinkedHashMap<>();

    private Facts() {
        FIT.lines().forEach(line -> values.put(line.substring(0, line.indexOf('=')), line));
    }

    static Facts fit() {
        return new Facts();
    }

    Facts with(String name, String... lines) {
        values.put(name, Arrays.stream(lines).map(value -> name + "=" + value).collect(Collectors.joining("\n")));
        return this;
    }

    /** What these hosts tell where they are as they should be. */
    Facts on(NodeTarget node) {
        boolean container = node.profile() == HostProfile.CONTAINER;
        var here = new Facts();
        here.values.putAll(values);
        here.values.putIfAbsent("container", "container=" + (container ? "docker" : ""));
        here.values.putIfAbsent("address", "address=lo 127.0.0.1/8\naddress=eth0 %s/16".formatted(node.address()));
        return here;
    }

    Facts named(String name) {
        return with("hostname", name).with("machine-id", "id-of-" + name);
    }

    Inspection of(NodeTarget node) {
        return Inspection.of(node, on(node).parsed());
    }

    HostFacts parsed() {
        return HostFacts.parse(String.join("\n", values.values()), 1000.0);
    }
}
