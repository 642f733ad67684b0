package dev.slipway.provisioning.region;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Asks a host for its SSH greeting: an open port alone may be a proxy's. */
@Component
public final class SshAnswer {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int PORT = 22;
    private static final String GREETING = "SSH-";

    private final int port;

    SshAnswer() {
        this(PORT);
    }

    SshAnswer(int port) {
        this.port = port;
    }

    /** Tells whether the host greets. */
    public boolean from(String address) {
        try (var socket = new Socket()) {
            var patience = (int) PATIENCE.toMillis();
            socket.connect(new InetSocketAddress(address, port), patience);
            socket.setSoTimeout(patience);
            var first = socket.getInputStream().readNBytes(GREETING.length());
            return new String(first, StandardCharsets.US_ASCII).equals(GREETING);
        } catch (IOException silent) {
            return false;
        }
    }
}
