package dev.slipway.provisioning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The way to the Docker engine of this machine, which can be cut in the middle of everything. */
final class DockerGate implements AutoCloseable {
    private static final Path ENGINE = Path.of("/var/run/docker.sock");
    private static final int BUFFER = 1 << 16;

    private final Set<AutoCloseable> open = ConcurrentHashMap.newKeySet();
    private final Path socket;

    private DockerGate(Path socket) {
        this.socket = socket;
    }

    static DockerGate at(Path socket) {
        var gate = new DockerGate(socket);
        gate.open();
        return gate;
    }

    String host() {
        return "unix://" + socket;
    }

    void open() {
        try {
            var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(socket));
            open.add(server);
            Thread.ofVirtual().start(() -> accept(server));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends what is under way, and lets nothing more through. */
    void cut() {
        try {
            for (var channel : List.copyOf(open)) {
                open.remove(channel);
                channel.close();
            }
            Files.deleteIfExists(socket);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        cut();
    }

    private void accept(ServerSocketChannel server) {
        try {
            while (server.isOpen()) {
                var client = server.accept();
                var engine = SocketChannel.open(UnixDomainSocketAddress.of(ENGINE));
                open.add(client);
                open.add(engine);
                Thread.ofPlatform().daemon().start(() -> pump(client, engine));
                Thread.ofPlatform().daemon().start(() -> pump(engine, client));
            }
        } catch (IOException cut) {
            Thread.onSpinWait();
        }
    }

    private static void pump(SocketChannel from, SocketChannel to) {
        var buffer = ByteBuffer.allocate(BUFFER);
        try {
            while (from.read(buffer) >= 0) {
                buffer.flip();
                while (buffer.hasRemaining()) {
                    to.write(buffer);
                }
                buffer.clear();
            }
            to.shutdownOutput();
        } catch (IOException cut) {
            Thread.onSpinWait();
        }
    }
}
