package dev.slipway.cli.platform.postgres;

import dev.slipway.cli.external.ExternalProgram;
import dev.slipway.cli.files.PrivateFiles;
import dev.slipway.cli.files.Whole;
import dev.slipway.cli.platform.supervisor.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One PostgreSQL server with its data.
 *
 * @param programs the folder of its programs
 * @param data the folder of its data
 * @param port where it listens, on the loopback address
 */
public record PostgresServer(Path programs, Path data, int port) {
    /** Its superuser. */
    public static final String ADMINISTRATOR = "postgres";

    /** Makes the data folder unless it is there, with a superuser of the given password. */
    public void initialize(String password) {
        Whole.folder(data, folder -> {
            PrivateFiles.folder(folder);
            Path file = folder.resolveSibling("password.partial");
            try {
                PrivateFiles.write(file, password);
                ExternalProgram.of(command("initdb"))
                        .and(List.of("-D", folder.toString(), "-U", ADMINISTRATOR, "--pwfile=" + file))
                        .and(List.of("-A", "scram-sha-256", "-E", "UTF8", "--locale=C.UTF-8"))
                        .run();
            } finally {
                Files.deleteIfExists(file);
            }
        });
    }

    /** Removes the lock of a server that a killed machine left behind; its number may be another process's now. */
    public void removeStaleLock() {
        Path lock = data.resolve("postmaster.pid");
        if (!Files.exists(lock)) {
            return;
        }
        try {
            String process = Files.readAllLines(lock).getFirst().strip();
            if (!isServer(process)) {
                Files.delete(lock);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How the server is run under supervision; SIGINT is its way to stop at once and cleanly. */
    public Program program() {
        List<String> command = new ArrayList<>(List.of(command("postgres")));
        command.addAll(List.of("-D", data.toString(), "-p", Integer.toString(port)));
        for (String setting : settings()) {
            command.addAll(List.of("-c", setting));
        }
        return new Program("postgres", command, 1, "INT", "");
    }

    /** The address for JDBC. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static List<String> settings() {
        return List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=200",
                "shared_buffers=128MB",
                "log_min_messages=warning");
    }

    private boolean isServer(String process) {
        Path arguments = Path.of("/proc", process, "cmdline");
        try {
            return Files.readString(arguments).contains(data.toString());
        } catch (IOException e) {
            return false;
        }
    }

    /** PostgreSQL refuses to run as root: in a user namespace of its own it is nobody, and still owns its files. */
    private String[] command(String program) {
        String file = programs.resolve("bin").resolve(program).toString();
        return "root".equals(System.getProperty("user.name"))
                ? new String[] {"unshare", "-U", file}
                : new String[] {file};
    }
}
