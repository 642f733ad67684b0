package dev.slipway.cli.instance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;

/** Ports that nothing listens on. */
public final class FreePorts {
    private FreePorts() {}

    /** The first that are all free, from a number below those that the system gives away by itself. */
    public static Ports from(int lowest) {
        return IntStream.iterate(lowest, base -> base + 500)
                .mapToObj(Ports::new)
                .filter(found -> found.all().keySet().stream().allMatch(FreePorts::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
