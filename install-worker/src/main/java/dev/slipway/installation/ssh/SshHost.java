package dev.slipway.installation.ssh;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.connection.channel.direct.Session;

/** A host the worker is logged in to. */
public final class SshHost implements AutoCloseable {
    private static final int END_SECONDS = 10;
    private static final Duration SCRIPT = Duration.ofSeconds(60);

    /** Shorter than a worker may be silent. */
    private static final Duration FILE = Duration.ofSeconds(20);

    private final SSHClient client;
    private final String hostKey;
    private final String username;

    SshHost(SSHClient client, String hostKey, String username) {
        this.client = client;
        this.hostKey = hostKey;
        this.username = username;
    }

    /** Returns the key the host showed, as OpenSSH writes it. */
    public String hostKey() {
        return hostKey;
    }

    /** Runs a shell script that is sent as input, so that nothing of it shows in the host's process list. */
    public String script(String script) {
        return script(script, SCRIPT);
    }

    String script(String script, Duration patience) {
        return run("sh -s", script, patience);
    }

    /**
     * Runs such a script as root; a user who may not become root runs it with the rights he has. Becoming root may take
     * seconds where users are looked up elsewhere, so it is done once.
     */
    public String scriptAsRoot(String script, Duration patience) {
        return run(username.equals("root") ? "sh -s" : "sudo -n sh -s || sh -s", script, patience);
    }

    /** Reads a file that only root may read. */
    public String readAsRoot(String path) {
        return run((username.equals("root") ? "cat " : "sudo -n cat ") + path, "", FILE);
    }

    /**
     * A host that goes without a word, or a command that hangs, would be waited for without an end: nothing but the end
     * of the connection wakes who reads from it.
     */
    private String run(String command, String input, Duration patience) {
        var overdue = new AtomicBoolean();
        var watch = CompletableFuture.runAsync(
                () -> {
                    overdue.set(true);
                    close();
                },
                CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS));
        try {
            return run(command, input);
        } catch (SshProblem problem) {
            throw overdue.get() ? silent(command, patience, problem) : problem;
        } finally {
            watch.cancel(false);
        }
    }

    private static SshProblem silent(String command, Duration patience, SshProblem problem) {
        return new SshProblem(
                SshProblem.Reason.UNREACHABLE,
                "'%s' did not end within %d s".formatted(command, patience.toSeconds()),
                problem);
    }

    private String run(String command, String input) {
        try (Session session = client.startSession();
                Session.Command running = session.exec(command)) {
            try (OutputStream stdin = running.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            String output = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String errors = new String(running.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            running.join(END_SECONDS, TimeUnit.SECONDS);
            requireSuccess(command, running.getExitStatus(), errors);
            return output;
        } catch (IOException problem) {
            throw new SshProblem(
                    SshProblem.Reason.UNREACHABLE, "the connection broke while '%s' ran".formatted(command), problem);
        }
    }

    private static void requireSuccess(String command, Integer status, String errors) {
        if (status == null || status != 0) {
            throw new SshProblem(
                    SshProblem.Reason.COMMAND_FAILED,
                    "'%s' ended with status %s: %s".formatted(command, status, errors.strip()));
        }
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException _) {
            // The connection is gone, which is what was asked for.
        }
    }
}
