package dev.slipway.installation.ssh;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.connection.channel.direct.Session;

/** A host the worker is logged in to. */
public final class SshHost implements AutoCloseable {
    private static final int END_SECONDS = 10;

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
        return run("sh -s", script);
    }

    /** Reads a file that only root may read. */
    public String readAsRoot(String path) {
        return run((username.equals("root") ? "cat " : "sudo -n cat ") + path, "");
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
        } catch (IOException problem) {
            // The connection is gone, which is what was asked for.
            Thread.onSpinWait();
        }
    }
}
