package dev.slipway.cli.offlinepackage.image;

import dev.slipway.cli.external.ExternalProgram;
import dev.slipway.cli.waiting.Waiting;
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
    private static final Waiting START = Waiting.upTo(Duration.ofSeconds(60)).every(Duration.ofMillis(20));

    private static final int MOST_ATTEMPTS = 3;

    private final Process process;
    private final String address;
    private final Path log;

    private LocalRegistry(Process process, String address, Path log) {
        this.process = process;
        this.address = address;
        this.log = log;
    }

    /**
     * Starts the program with the given storage; what it says goes to the working folder. It cannot choose its port
     * itself, and another program may take a free one before it does: then it is started with the next.
     */
    public static LocalRegistry start(Path program, Path storage, Path workingFolder) throws IOException {
        Files.createDirectories(storage);
        for (int attempt = 1; ; attempt++) {
            LocalRegistry registry = launch(program, storage, workingFolder);
            try {
                registry.awaitStart();
                return registry;
            } catch (EndedAtStart e) {
                if (attempt == MOST_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static LocalRegistry launch(Path program, Path storage, Path workingFolder) throws IOException {
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
        return new LocalRegistry(process, address, log);
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

    private void awaitStart() {
        try {
            START.until(this::answers, () -> new IllegalStateException("The registry does not answer: " + said()));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new EndedAtStart("The registry ended with code " + process.exitValue() + ": " + said());
        }
        String[] parts = address.split(":", -1);
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(parts[0], Integer.parseInt(parts[1])), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private String said() {
        try {
            return Files.readString(log).strip();
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It ended before it answered, as it does when another program has its port. */
    private static final class EndedAtStart extends IllegalStateException {
        private static final long serialVersionUID = 1;

        EndedAtStart(String message) {
            super(message);
        }
    }
}
