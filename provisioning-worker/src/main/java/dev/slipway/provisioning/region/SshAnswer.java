package dev.slipway.provisioning.region;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Asks a host for its SSH greeting: an open port alone may be a proxy's. */
@Component
public final class SshAnswer {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int PORT = 22;
    private static final String GREETING = "SSH-";

    /** No more sockets than this are open at once. */
    private static final int AT_ONCE = 128;

    private final int port;
    private final Duration patience;

    SshAnswer() {
        this(PORT, PATIENCE);
    }

    SshAnswer(int port, Duration patience) {
        this.port = port;
        this.patience = patience;
    }

    /** Returns which of these hosts do not greet. They are asked side by side: the silent ones take their time. */
    public Set<String> silent(Collection<String> addresses) {
        var questions = addresses.stream().map(this::question).toList();
        try (var asking = Executors.newFixedThreadPool(
                AT_ONCE, Thread.ofVirtual().name("ssh-answer-", 0).factory())) {
            return asking.invokeAll(questions).stream()
                    .map(Future::resultNow)
                    .flatMap(Optional::stream)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while asking hosts for their greeting");
        }
    }

    private Callable<Optional<String>> question(String address) {
        return () -> from(address) ? Optional.empty() : Optional.of(address);
    }

    /** Tells whether the host greets. */
    boolean from(String address) {
        try (var socket = new Socket()) {
            var limit = (int) patience.toMillis();
            socket.connect(new InetSocketAddress(address, port), limit);
            socket.setSoTimeout(limit);
            var first = socket.getInputStream().readNBytes(GREETING.length());
            return new String(first, StandardCharsets.US_ASCII).equals(GREETING);
        } catch (IOException silent) {
            return false;
        }
    }
}
