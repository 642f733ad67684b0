package dev.slipway.cli.platform.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers as supervisord 4 gives them. */
class SupervisorInterfaceTest {
    private static final String STATES = """
        <?xml version='1.0'?><methodResponse><params><param><value><array><data><value><struct>
        <member><name>name</name><value><string>gateway</string></value></member>
        <member><name>statename</name><value><string>RUNNING</string></value></member>
        <member><name>description</name><value><string>pid 12, uptime 0:00:10</string></value></member>
        <member><name>pid</name><value><int>12</int></value></member>
        </struct></value><value><struct><member><name>name</name><value><string>new</string></value></member>
        </struct></value></data></array></value></param></params></methodResponse>
        """;
    private static final String DIFFERENCE = """
        <?xml version='1.0'?><methodResponse><params><param><value><array><data><value><array><data>
        <value><array><data></data></array></value>
        <value><array><data><value><string>gateway</string></value><value><string>plan-service</string></value></data></array></value>
        <value><array><data><value><string>old</string></value></data></array></value>
        </data></array></value></data></array></value></param></params></methodResponse>
        """;
    private static final String FAULT = """
        <?xml version='1.0'?><methodResponse><fault><value><struct>
        <member><name>faultString</name><value><string>BAD_NAME: x</string></value></member>
        </struct></value></fault></methodResponse>
        """;

    @TempDir
    private Path folder;

    @Test
    void statesAreRead() throws IOException {
        try (ServerSocketChannel server = listen()) {
            var _ = answer(server, "HTTP/1.0 200 OK\r\n\r\n" + STATES);

            assertThat(asked().states())
                    .containsExactly(
                            new ProgramState("gateway", "RUNNING", "pid 12, uptime 0:00:10", 12),
                            new ProgramState("new", "UNKNOWN", "", 0));
        }
    }

    @Test
    void aStartNamesTheProgramAndDoesNotWait() throws IOException {
        try (ServerSocketChannel server = listen()) {
            CompletableFuture<String> request = answer(server, "HTTP/1.0 200 OK\r\n\r\n" + STATES);

            asked().start("postgres");

            assertThat(request.join())
                    .startsWith("POST /RPC2 ")
                    .contains("supervisor.startProcess", "<string>postgres</string>", "<boolean>0</boolean>");
        }
    }

    @Test
    void whatChangedInTheSettingsIsTold() throws IOException {
        try (ServerSocketChannel server = listen()) {
            var _ = answer(server, "HTTP/1.0 200 OK\r\n\r\n" + DIFFERENCE);

            assertThat(asked().reload())
                    .isEqualTo(new SupervisorInterface.Difference(
                            List.of(), List.of("gateway", "plan-service"), List.of("old")));
        }
    }

    @Test
    void whatDoesNotRunIsStopped() throws IOException {
        try (ServerSocketChannel server = listen()) {
            CompletableFuture<String> request =
                    answer(server, "HTTP/1.0 200 OK\r\n\r\n" + FAULT.replace("BAD_NAME", "NOT_RUNNING"));

            asked().stop("gateway");

            assertThat(request.join())
                    .contains("supervisor.stopProcess", "<string>gateway</string>", "<boolean>0</boolean>");
        }
    }

    @Test
    void whatCannotBeStoppedIsTold() throws IOException {
        try (ServerSocketChannel server = listen()) {
            var _ = answer(server, "HTTP/1.0 200 OK\r\n\r\n" + FAULT);

            assertThatThrownBy(() -> asked().stop("x")).hasMessageContaining("BAD_NAME: x");
        }
    }

    @Test
    void whatSupervisordRefusesIsTold() throws IOException {
        try (ServerSocketChannel server = listen()) {
            var _ = answer(server, "HTTP/1.0 200 OK\r\n\r\n" + FAULT);

            assertThatThrownBy(() -> asked().startAll()).hasMessageContaining("BAD_NAME: x");
        }
    }

    @Test
    void itsOwnProcessIsTold() throws IOException {
        try (ServerSocketChannel server = listen()) {
            CompletableFuture<String> request = answer(
                    server,
                    "HTTP/1.0 200 OK\r\n\r\n"
                            + "<methodResponse><params><param><value><int>4711</int></value></param></params>"
                            + "</methodResponse>");

            assertThat(asked().process()).isEqualTo(4711);

            assertThat(request.join()).contains("supervisor.getPID");
        }
    }

    @Test
    void itIsToldToEnd() throws IOException {
        try (ServerSocketChannel server = listen()) {
            CompletableFuture<String> request = answer(server, "HTTP/1.0 200 OK\r\n\r\n" + STATES);

            asked().shutdown();

            assertThat(request.join()).contains("supervisor.shutdown");
        }
    }

    @Test
    void anotherAnswerIsNoAnswer() throws IOException {
        try (ServerSocketChannel server = listen()) {
            var _ = answer(server, "HTTP/1.0 500 Internal Server Error\r\n\r\n");
            assertThatThrownBy(() -> asked().states()).hasMessageContaining("500 Internal");
        }
    }

    @Test
    void anAnswerThatIsNoXmlIsTold() throws IOException {
        try (ServerSocketChannel server = listen()) {
            var _ = answer(server, "HTTP/1.0 200 OK\r\n\r\n<methodResponse>");
            assertThatThrownBy(() -> asked().states()).hasMessage("supervisord's answer cannot be read");
        }
    }

    private SupervisorInterface asked() {
        return new SupervisorInterface(folder.resolve("s"));
    }

    private ServerSocketChannel listen() throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(folder.resolve("s")));
        return server;
    }

    private static CompletableFuture<String> answer(ServerSocketChannel server, String text) {
        return CompletableFuture.supplyAsync(() -> {
            try (SocketChannel client = server.accept()) {
                ByteBuffer request = ByteBuffer.allocate(4096);
                while (!text(request).contains("</methodCall>")) {
                    client.read(request);
                }
                client.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
                return text(request);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String text(ByteBuffer buffer) {
        return StandardCharsets.UTF_8.decode(buffer.duplicate().flip()).toString();
    }
}
