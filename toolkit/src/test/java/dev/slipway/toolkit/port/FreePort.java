package dev.slipway.toolkit.port;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * A port for a server that has to know it beforehand. The system's own choice would come from the range of outgoing
 * connections, where another program may have it before the server does.
 */
public final class FreePort {
    private static final int FIRST = 15_000;
    private static final int AFTER_LAST = 20_000;

    private FreePort() {}

    /** Returns a port of the loopback address that nobody listens on, below those of outgoing connections. */
    public static int find() {
        return candidates().filter(FreePort::isFree).findFirst().orElseThrow();
    }

    // By chance, as modules are tested side by side.
    private static IntStream candidates() {
        return ThreadLocalRandom.current().ints(FIRST, AFTER_LAST).limit(AFTER_LAST - FIRST);
    }

    /** Tells whether nobody listens on a port of the loopback address. */
    public static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
