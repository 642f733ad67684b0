package dev.slipway.provisioning.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SshAnswerTest {
    private static final String HERE = "127.0.0.1";

    @Test
    void hearsTheGreeting() throws IOException {
        assertThat(answersTo("SSH-2.0-OpenSSH_9.2p1\r\n")).isTrue();
    }

    @Test
    void isNotFooledByAnOpenPort() throws IOException {
        assertThat(answersTo("HTTP/1.1 400 Bad Request\r\n")).isFalse();
        assertThat(answersTo("")).isFalse();
    }

    @Test
    void isNotFooledByAClosedPort() throws IOException {
        int port;
        try (var server = new ServerSocket(0, 1, InetAddress.ofLiteral(HERE))) {
            port = server.getLocalPort();
        }

        assertThat(new SshAnswer(port).from(HERE)).isFalse();
    }

    private static boolean answersTo(String greeting) throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.ofLiteral(HERE))) {
            Thread.ofVirtual().start(() -> greet(server, greeting));
            return new SshAnswer(server.getLocalPort()).from(HERE);
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
