package dev.slipway.installation.ssh;

import dev.slipway.toolkit.planservice.NodeAccess;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import net.schmizz.sshj.Config;
import net.schmizz.sshj.DefaultConfig;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.userauth.UserAuthException;
import org.springframework.stereotype.Component;

/** Connects to hosts; one that does not answer yet is given some patience. */
@Component
public final class SshHosts {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final SshProperties properties;
    private final Clock clock;
    private final Config config = new DefaultConfig();

    /** Connects as the properties say. */
    public SshHosts(SshProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /** Logs in to a node, trusting only its pinned key if it has one. */
    public SshHost connect(NodeAccess node) {
        Instant deadline = clock.instant().plus(properties.patience());
        while (true) {
            try {
                return attempt(node);
            } catch (SshProblem problem) {
                if (problem.reason() != SshProblem.Reason.UNREACHABLE || isOver(deadline)) {
                    throw problem;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private boolean isOver(Instant deadline) {
        return Thread.currentThread().isInterrupted() || clock.instant().isAfter(deadline);
    }

    private SshHost attempt(NodeAccess node) {
        var key = new PinnedKey(node.hostKey());
        var client = new SSHClient(config);
        var limit = (int) properties.connectTimeout().toMillis();
        client.setConnectTimeout(limit);
        // An open port says nothing as long as the program behind it is stopped.
        client.setTimeout(limit);
        client.addHostKeyVerifier(key);
        try {
            client.connect(node.address(), node.port());
            authenticate(client, node);
            client.getSocket().setSoTimeout(0);
            return new SshHost(client, key.seen(), node.username());
        } catch (IOException problem) {
            close(client, problem);
            throw explain(node, key, problem);
        }
    }

    private static void authenticate(SSHClient client, NodeAccess node) throws IOException {
        String privateKey = node.privateKey();
        if (privateKey != null) {
            client.authPublickey(node.username(), client.loadKeys(privateKey, null, null));
        } else {
            client.authPassword(node.username(), node.password() == null ? "" : node.password());
        }
    }

    private static void close(SSHClient client, IOException problem) {
        try {
            client.close();
        } catch (IOException closing) {
            problem.addSuppressed(closing);
        }
    }

    private static SshProblem explain(NodeAccess node, PinnedKey key, IOException problem) {
        String where = node.address() + ":" + node.port();
        if (key.refused()) {
            return new SshProblem(
                    SshProblem.Reason.HOST_KEY_CHANGED,
                    "%s shows another host key than the one pinned at first use".formatted(where),
                    problem);
        }
        if (problem instanceof UserAuthException) {
            return new SshProblem(
                    SshProblem.Reason.LOGIN_REFUSED,
                    "%s refuses the login of user %s".formatted(where, node.username()),
                    problem);
        }
        return new SshProblem(
                SshProblem.Reason.UNREACHABLE,
                "%s does not answer on SSH (%s)".formatted(where, problem.getMessage()),
                problem);
    }
}
