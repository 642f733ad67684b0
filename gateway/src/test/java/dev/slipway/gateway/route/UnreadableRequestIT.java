package dev.slipway.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.gateway.RunningGateway;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is no request at all, sent as bytes: no client would. */
class UnreadableRequestIT extends RunningGateway {
    @Test
    void headersThatAreTooLargeAreAProblem() throws IOException {
        assertThat(answerTo("GET / HTTP/1.1\r\nHost: a\r\nX-Long: " + "a".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431 ")
                .contains("application/problem+json", "urn:slipway:problem:too-large", "\"status\":431");
    }

    @Test
    void aLineThatIsNoRequestIsAProblem() throws IOException {
        assertThat(answerTo("what is this\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("urn:slipway:problem:unreadable-request", "\"status\":400");
    }

    private String answerTo(String bytes) throws IOException {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port())) {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
