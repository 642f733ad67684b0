package dev.slipway.cli.offlinepackage.image;

import dev.slipway.cli.external.ExternalProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The registry program, run on a loopback port while images are put into its storage folder. */
public final class LocalRegistry implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(30);

    private final Process process;
    private final String address;

    private LocalRegistry(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Starts the program with the given storage; what it says goes to the working folder. */
    public static LocalRegistry start(Path program, Path storage, Path workingFolder) throws IOException {
        Files.createDirectories(storage);
        String address = "127.0.0.1:" + freePort();
        Path configuration = workingFolder.resolve("registry.yaml");
        Files.writeString(configuration, """
                version: 0.1
                log: {level: warn, accesslog: {disabled: true}}
                storage: {filesystem: {rootdirectory: "%s"}}
                http: {addr: "%s"}
                """.formatted(storage, address));
        Path log = workingFolder.resolve("registry.log");
        Process process = ExternalProgram.of(program.toString(), "serve")
                .and(List.of(configuration.toString()))
                .with("OTEL_TRACES_EXPORTER", "none")
                .start(log);
        LocalRegistry registry = new LocalRegistry(process, address);
        registry.awaitStart(log);
        return registry;
    }

    /** Where it listens. */
    public String address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitStart(Path log) throws IOException {
        long end = System.nanoTime() + START.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new IllegalStateException("The registry did not start: " + Files.readString(log));
            }
        }
    }

    private boolean answers() {
        String[] parts = address.split(":", -1);
        try (Socket socket = new Socket()) {
            Thread.sleep(20);
            socket.connect(new InetSocketAddress(parts[0], Integer.parseInt(parts[1])), 500);
            return true;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
