package dev.slipway.e2e.journeys;

import dev.slipway.e2e.platform.Containers;
import dev.slipway.e2e.platform.Program;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * A server beyond this machine, as the hosts see it: this machine and whatever it forwards for reach it. It hangs on no
 * network of the engine, since the engine keeps all of those from each other and the answer would prove nothing.
 */
final class Outside implements AutoCloseable {
    static final String ADDRESS = "198.51.100.2";
    static final int PORT = 8080;
    private static final String NAME = "slipway-e2e-outside";
    private static final String IMAGE = "slipway/container-host:latest";

    private static final String SERVER = "--detach --network=none --entrypoint=python3 --name=" + NAME;

    /** What it takes to put an interface into another network namespace. */
    private static final String MACHINE = "--rm --network=host --pid=host --cap-add=NET_ADMIN --cap-add=SYS_ADMIN"
            + " --cap-add=SYS_PTRACE --security-opt=apparmor=unconfined";

    /** The end that is this machine's goes with the other one, which goes with the container. */
    private static final String WIRE = """
            ip link add slipway-outside type veth peer name eth0 netns "$SERVER"
            ip address add 198.51.100.1/30 dev slipway-outside
            ip link set slipway-outside up
            nsenter --target "$SERVER" --net sh -ec '
                ip address add 198.51.100.2/30 dev eth0
                ip link set eth0 up
                ip route add default via 198.51.100.1'
            """;

    private Outside() {}

    static Outside start() {
        Containers.remove(NAME);
        docker(SERVER, IMAGE, "-m", "http.server", String.valueOf(PORT));
        var outside = new Outside();
        try {
            outside.wire();
        } catch (RuntimeException | AssertionError failed) {
            outside.close();
            throw failed;
        }
        return outside;
    }

    private void wire() {
        var process = Program.ok(List.of("docker", "inspect", "--format", "{{.State.Pid}}", NAME));
        docker(MACHINE, "--env=SERVER=" + process, "--entrypoint=sh", IMAGE, "-ec", WIRE);
        Awaitility.await().until(this::answersThisMachine);
    }

    private static void docker(String options, String... others) {
        var command = new ArrayList<>(List.of(("docker run " + options).split(" ", -1)));
        command.addAll(List.of(others));
        Program.ok(command);
    }

    boolean answersThisMachine() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(ADDRESS, PORT), 3000);
            return true;
        } catch (IOException silent) {
            return false;
        }
    }

    @Override
    public void close() {
        Containers.remove(NAME);
    }
}
