package dev.slipway.provisioning.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SshAnswerTest {
    private static final String HERE = "127.0.0.1";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void hearsTheGreeting() throws IOException {
        assertThat(answersTo("SSH-2.0-OpenSSH_9.2p1\r\n")).isTrue();
    }

    @Test
    void isNotFooledByAnOpenPort() throws IOException {
        assertThat(answersTo("HTTP/1.1 400 Bad Request\r\n")).isFalse();
        assertThat(answersTo("")).isFalse();
    }

    /** The server greets nobody before all have come, so whoever asks one after the other is never greeted. */
    @Test
    @Timeout(120)
    void asksAllHostsSideBySide() throws IOException {
        var hosts =
                IntStream.rangeClosed(1, 30).mapToObj(last -> "127.0.0." + last).toList();
        try (var server = new ServerSocket(0, hosts.size(), InetAddress.ofLiteral("0.0.0.0"))) {
            Thread.ofVirtual().start(() -> greetTogether(server, hosts.size()));

            assertThat(new SshAnswer(server.getLocalPort(), PATIENCE).silent(hosts))
                    .isEmpty();
        }
    }

    @Test
    void namesTheHostsThatAreSilent() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.ofLiteral(HERE))) {
            Thread.ofVirtual().start(() -> greet(server, "SSH-2.0-OpenSSH_9.2p1\r\n"));

            assertThat(new SshAnswer(server.getLocalPort(), PATIENCE).silent(List.of(HERE, "127.0.0.2")))
                    .containsExactly("127.0.0.2");
        }
    }

    @Test
    void isNotFooledByAClosedPort() throws IOException {
        int port;
        try (var server = new ServerSocket(0, 1, InetAddress.ofLiteral(HERE))) {
            port = server.getLocalPort();
        }

        assertThat(new SshAnswer(port, PATIENCE).from(HERE)).isFalse();
    }

    private static boolean answersTo(String greeting) throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.ofLiteral(HERE))) {
            Thread.ofVirtual().start(() -> greet(server, greeting));
            return new SshAnswer(server.getLocalPort(), PATIENCE).from(HERE);
        }
    }

    private static void greetTogether(ServerSocket server, int guests) {
        var all = new ArrayList<Socket>();
        try {
            while (all.size() < guests) {
                all.add(server.accept());
            }
            for (var socket : all) {
                try (socket) {
                    socket.getOutputStream().write("SSH-2.0-test\r\n".getBytes(StandardCharsets.US_ASCII));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void greet(ServerSocket server, String greeting) {
        try (var socket = server.accept()) {
            socket.getOutputStream().write(greeting.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
